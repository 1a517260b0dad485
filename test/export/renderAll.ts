/**
 * Renders a brief of a library in every format, twice, and prints the SHA-256 of each file and of what stands beside
 * it as JSON. For a process of its own: `node renderAll.ts <library> <brief>`.
 */
import { createHash } from 'node:crypto';
import { EXPORT_FORMATS } from '#contract/export.ts';
import { appFiles, type HostPorts, startCore } from '#core/index.ts';

const [library = '', brief = ''] = process.argv.slice(2);
const unused = (): never => {
  throw new Error('Not a part of these tests.');
};
const ports: HostPorts = {
  capabilities: { nativeDialogs: false, revealFile: false, openLinks: false, nativeMenu: false },
  chooseFilesToImport: unused,
  chooseFolder: unused,
  chooseSavePath: unused,
  openLink: unused,
  revealFile: unused,
  useSpelling: unused,
};
const { resources } = appFiles();
const core = await startCore({ library, create: false, ports, appVersion: '0.0.0', resources });
const hashes: Record<string, string> = {};
try {
  for (const format of EXPORT_FORMATS)
    for (const choice of ['plain', 'annex', 'review', 'data', 'again']) {
      const input = {
        briefId: Number(brief),
        format,
        packed: true,
        manifest: true,
        annex: choice === 'annex',
        review: choice === 'review' && format === 'docx',
        data: choice === 'data' && format === 'pdf',
      };
      const result = await core.dispatch('export.render', input);
      if (!result.ok) throw new Error(result.error.message);
      const { bytes } = result.value as { bytes: Uint8Array };
      hashes[`${format} ${choice}`] = createHash('sha256').update(bytes).digest('hex');
    }
} finally {
  await core.close();
}
process.stdout.write(JSON.stringify(hashes));
