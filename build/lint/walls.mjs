/**
 * The walls of docs/architecture.md as an oxlint rule: which folder of `src/` may import which, and which
 * packages a folder may use. The tables below are the only place that says so.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** For each layer, the layers it may import from besides itself. Hosts reach the core by its entry alone. */
export const LAYERS = {
  domain: [],
  contract: ['domain'],
  core: ['contract', 'domain'],
  editor: ['domain'],
  renderer: ['editor', 'contract', 'domain'],
  preload: ['contract'],
  main: ['core', 'contract', 'domain'],
  web: ['core', 'contract', 'domain'],
  cli: ['core', 'contract', 'domain'],
};

const HOSTS = ['main', 'web', 'cli'];
const CORE_ENTRY = 'core/index.ts';
/** `dossier serve` starts the web host: the one way from host to host. */
const HOST_EXCEPTIONS = [{ from: 'cli', to: 'web/index.ts' }];

/** Packages with a home: everywhere else they are refused. Types of better-sqlite3 may be named in all of core. */
const PACKAGE_HOMES = [
  { package: /^electron$/, homes: ['main', 'preload'], remedy: 'Put it behind a port (src/core/ports.ts).' },
  {
    package: /^better-sqlite3$/,
    homes: ['core/db'],
    typesIn: ['core'],
    remedy: 'Open databases in src/core/db and pass the connection on.',
  },
  {
    package: /^(react|react-dom|@base-ui\/react|lucide-react)(\/|$)/,
    homes: ['renderer', 'editor'],
    remedy: 'The core knows no React.',
  },
  {
    package: /^(lexical|@lexical\/)/,
    homes: ['renderer', 'editor'],
    remedy: 'Read stored documents through src/domain/document.',
  },
];

const NO_NODE = ['domain', 'contract', 'editor', 'renderer'];
const DOMAIN_PACKAGES = ['zod', 'diff'];

/**
 * What is wrong with `file` importing `specifier`, or null. `src` is the absolute path of the folder `src/`.
 * @param {{ src: string, file: string, specifier: string, typeOnly: boolean }} input
 */
export function faultOf({ src, file, specifier, typeOnly }) {
  const from = relative(src, file).split(sep).join('/');
  if (from.startsWith('..')) return null;
  const layer = from.split('/')[0];
  if (!(layer in LAYERS)) return null;
  // Tests stand beside their source and may use the test tools and any package.
  const isTest = /\.test\.tsx?$/.test(from);

  const target = resolveInside(src, file, specifier);
  if (target === null) return isTest ? null : packageFault(layer, from, specifier, typeOnly);
  if (target.startsWith('../')) {
    if (isTest) return null;
    return `src/${layer} must not import from outside src/ (${specifier}).`;
  }
  const targetLayer = target.split('/')[0];
  if (targetLayer === layer) return null;
  if (HOST_EXCEPTIONS.some((exception) => exception.from === layer && exception.to === target)) return null;
  if (!LAYERS[layer].includes(targetLayer))
    return `src/${layer} must not import src/${targetLayer} (${specifier}). It may use: ${LAYERS[layer].join(', ') || 'nothing but zod and diff'}. Move the code, or move the wall in build/lint/walls.mjs on purpose.`;
  if (HOSTS.includes(layer) && targetLayer === 'core' && target !== CORE_ENTRY && !isTest)
    return `A host uses the core through #core/index.ts only (${specifier}). Export what it needs there.`;
  return null;
}

/** The file that a relative or `#alias` specifier names, relative to `src/`; null for a package. */
function resolveInside(src, file, specifier) {
  if (specifier.startsWith('#')) {
    const path = specifier.slice(1);
    return path.startsWith('test/') ? `../${path}` : path;
  }
  if (!specifier.startsWith('.')) return null;
  // Vite's `./font.css?inline` names the file before the question mark.
  return relative(src, resolve(dirname(file), specifier.replace(/\?.*$/, '')))
    .split(sep)
    .join('/');
}

function packageFault(layer, from, specifier, typeOnly) {
  if (specifier.startsWith('node:'))
    return NO_NODE.includes(layer)
      ? `src/${layer} also runs in a browser: no ${specifier} there. Use a web API, or do it in the core.`
      : null;
  if (layer === 'domain' && !DOMAIN_PACKAGES.includes(specifier))
    return `src/domain imports nothing but zod and diff (${specifier}).`;
  for (const { package: pattern, homes, typesIn = [], remedy } of PACKAGE_HOMES) {
    if (!pattern.test(specifier)) continue;
    const allowed = typeOnly ? [...homes, ...typesIn] : homes;
    if (!allowed.some((home) => from === home || from.startsWith(`${home}/`)))
      return `${specifier} belongs in src/${homes.join(', src/')}. ${remedy}`;
  }
  return null;
}

/** The nearest folder above `file` that holds a package.json. */
function projectRoot(file) {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
  return folder;
}

/** Every name of an import or export statement is a type. */
function onlyTypes(node) {
  return (
    node.importKind === 'type' ||
    node.exportKind === 'type' ||
    (node.specifiers?.length > 0 &&
      node.specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type'))
  );
}

const rule = {
  meta: { type: 'problem', docs: { description: 'Keep the layers of src/ apart.' } },
  create(context) {
    const file = context.filename ?? context.getFilename();
    const root = projectRoot(file);
    if (root === null) return {};
    const src = join(root, 'src');
    const check = (node, source, typeOnly) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = faultOf({ src, file, specifier: source.value, typeOnly });
      if (message !== null) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, onlyTypes(node)),
      ExportNamedDeclaration: (node) => check(node, node.source, onlyTypes(node)),
      ExportAllDeclaration: (node) => check(node, node.source, onlyTypes(node)),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal ?? node.argument, true),
    };
  },
};

export default { meta: { name: 'dossier' }, rules: { walls: rule } };
