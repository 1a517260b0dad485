/** The commands of `dossier` and their options. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { EXPORT_FORMATS, MARKDOWN_FLAVOURS, SUGGESTION_CHOICES } from '#contract/export.ts';
import { REFERENCE_FORMATS } from '#contract/references.ts';
import { appFiles } from '#core/index.ts';
import { CONTENTS, MARGINS, PAPERS } from '#domain/page.ts';
import type { CommonOptions } from './library.ts';
import { listArticles } from './commands/articles.ts';
import { listBriefs, openMarkdown } from './commands/briefs.ts';
import { exportBrief } from './commands/export.ts';
import { importFiles } from './commands/import.ts';
import { openPdf } from './commands/open.ts';
import { pageSetup } from './commands/page.ts';
import { exportReferences } from './commands/references.ts';
import { addSample } from './commands/sample.ts';
import { searchPassages } from './commands/search.ts';
import { serve } from './commands/serve.ts';
import { verifyExport } from './commands/verify.ts';
import { listVersions } from './commands/versions.ts';
import { watchFolder } from './commands/watch.ts';

/** Errors of usage are thrown as CommanderError; only help and the version are printed here. */
export function createProgram(): Command {
  const program = new Command('dossier')
    .description('Articles, passages and briefs of a Dossier library.')
    .version(appFiles().version)
    // So that export can have a --version of its own.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });

  const command = (usage: string, description: string): Command =>
    program
      .command(usage)
      .description(description)
      .option('--library <folder>', 'the library (default: $DOSSIER_LIBRARY, else the usual folder)')
      .option('--json', 'print one JSON document');

  command('import <paths...>', 'import files and folders').action(importFiles);
  command(
    'watch [folder]',
    'import what comes into a folder by itself; without a folder, list the watched ones',
  )
    .option('--off', 'stop watching it')
    .action(watchFolder);
  command('articles', 'list the articles, newest import first')
    .option('--tag <name>', 'only those with this tag')
    .option('--collection <name>', 'only those in this collection, and in those inside it')
    .option('--trash', 'those in the trash')
    .action(listArticles);
  command(
    'search <query...>',
    'find passages; with AND, OR, NOT, NEAR/5, "phrases", title:, date:2023..2024 and so on',
  )
    .addOption(
      new Option('--sort <order>', 'order of the passages').choices(['best', 'newest']).default('best'),
    )
    .option('--publication <name>', 'only of this publication (may be repeated)', collect)
    .option('--year <year>', 'only of this year (may be repeated)', collectWholeNumbers)
    .option('--limit <number>', 'at most so many passages, 1 to 200', wholeNumber, 20)
    .action(searchPassages);
  command('sample', 'add the sample articles and the sample brief').action(addSample);
  const briefs = command('briefs', 'list the briefs, last edited first').action(listBriefs);
  briefs
    .command('import <file>')
    .description('make a brief of a Markdown file, with the pictures and sources beside it')
    .option('--library <folder>', 'the library (default: $DOSSIER_LIBRARY, else the usual folder)')
    .option('--json', 'print one JSON document')
    .action((file: string, options: CommonOptions) => openMarkdown(file, { ...briefs.opts(), ...options }));
  command('versions <brief>', 'list the versions of a brief, named by its number or its exact title').action(
    listVersions,
  );
  command('export <brief>', 'write a brief, named by its number or its exact title')
    .addOption(
      new Option('--format <format>', 'format of the file; else the ending of its name tells it').choices(
        EXPORT_FORMATS,
      ),
    )
    .requiredOption('--out <file>', 'a file or a folder; - for standard output (md, html and txt)')
    .addOption(
      new Option(
        '--flavour <flavour>',
        'which Markdown (md only): gfm; commonmark; pandoc with its sources and style beside it',
      ).choices(MARKDOWN_FLAVOURS),
    )
    .option('--review', 'with comments, and suggested changes as Word tracks them (docx only)')
    .option('--version <id or name>', 'one of its versions as it was (dossier versions lists them)')
    .option('--manifest', 'with a manifest beside it, which dossier verify reads')
    .option('--data', 'as PDF/A-3 that carries the brief with its sources, for dossier open (pdf only)')
    .option('--annex', 'with an annex: what each quote and anchored citation rests on')
    .addOption(
      new Option('--suggestions <choice>', 'take suggested changes as accepted, or as rejected')
        .choices(SUGGESTION_CHOICES)
        .default('accepted'),
    )
    .action(exportBrief);
  command('page <brief>', 'show or change what stands around the text of a brief on its pages')
    .option('--addressee <words>', 'who it is for')
    .option('--reference <number>', 'under which it is filed')
    .option('--keywords <words>', 'by which its files are found, parted by commas')
    .option('--marking <level>', 'its marking, such as us/SECRET or tlp/TLP:AMBER; or none')
    .option('--caveat <words>', 'what follows the level in the banner, such as NOFORN')
    .addOption(new Option('--portions <choice>', 'print the marks of portions').choices(['on', 'off']))
    .option(
      '--design <name>',
      'how its pages look: think-tank, government, two-page, or house:<folder in templates>',
    )
    .addOption(new Option('--paper <size>', 'size of the paper').choices(PAPERS))
    .addOption(new Option('--margins <width>', 'margins of the pages').choices(MARGINS))
    .addOption(new Option('--columns <number>', 'columns of the text').choices(['1', '2', 'design']))
    .addOption(new Option('--contents <choice>', 'a table of contents before the text').choices(CONTENTS))
    .action(pageSetup);
  command('open <pdf>', 'add the brief that a PDF carries, with its sources').action(openPdf);
  command('verify <manifest>', 'say what still matches of a file that was exported with --manifest').action(
    verifyExport,
  );
  command('references', 'write references as a file: of the library, or of a part of it')
    .addOption(
      new Option('--format <format>', 'format of the file').choices(REFERENCE_FORMATS).makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'a file or a folder')
    .option('--brief <brief>', 'those that this brief cites, named by its number or its exact title')
    .option('--tag <name>', 'only those with this tag')
    .option('--collection <name>', 'only those in this collection, and in those inside it')
    .action(exportReferences);
  command('serve', 'open the library in browsers on this machine')
    .option('--port <port>', 'port to listen on (default: 47621, or a free one)')
    .option('--open', 'open a window')
    .action(serve);
  return program;
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function wholeNumber(value: string): number {
  if (!/^\d+$/u.test(value)) throw new InvalidArgumentError('It is to be a whole number.');
  return Number(value);
}

function collectWholeNumbers(value: string, before: number[] = []): number[] {
  return [...before, wholeNumber(value)];
}
