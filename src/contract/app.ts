import { z } from 'zod';
import { briefIdSchema } from '#domain/brief.ts';
import { command, query } from './operation.ts';

const capabilitiesSchema = z.object({
  /** The host can show its own open and save dialogs. */
  nativeDialogs: z.boolean(),
  /** The host can show a file in the system's file manager. */
  revealFile: z.boolean(),
  /** The host can open links in the system's browser. */
  openLinks: z.boolean(),
  /** The host draws a menu bar of its own. */
  nativeMenu: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** `browser`: as the browser is set. `none`: not at all, for there is no dictionary. */
const spellingAnswerSchema = z.object({
  by: z.enum(['dictionary', 'system', 'browser', 'none']),
  /** Where a dictionary may be put (Chromium's `.bdic`); null where that is not Dossier's to say. */
  folder: z.string().nullable(),
});
export type SpellingAnswer = z.infer<typeof spellingAnswerSchema>;

export const appOperations = {
  'app.info': query(
    z.object({}),
    z.object({
      version: z.string(),
      /** Folder of the open library. */
      library: z.string(),
      /** Tells this library from all others: article ids mean something in it alone. */
      libraryId: z.string(),
      capabilities: capabilitiesSchema,
    }),
  ),
  /** Licences of what the app contains, plain text. */
  'app.notices': query(z.object({}), z.string()),
  /** Opens an http, https or mailto link outside the app. Needs `openLinks`. */
  'app.openLink': command(z.object({ url: z.string().max(4000) }), z.object({})),
  /** Shows a file that Dossier has written. Needs `revealFile`. */
  'app.revealFile': command(z.object({ path: z.string() }), z.object({})),
  /** Checks the spelling of what is written in `language` (BCP 47), null for not at all, and says by what. */
  'app.useSpelling': command(z.object({ language: z.string().max(100).nullable() }), spellingAnswerSchema),
  /** Adds the articles and the brief that come with Dossier; those that are there already are not doubled. Sends `import.progress` under the caller's job id. */
  'library.addSample': command(
    z.object({ jobId: z.string().min(1).max(100).optional() }),
    z.object({ imported: z.number().int(), skipped: z.number().int(), briefId: briefIdSchema }),
  ),
  /** Preferences of the interface, kept with the library. */
  'settings.get': query(z.object({}), z.record(z.string(), z.json())),
  'settings.set': command(z.object({ key: z.string().min(1).max(100), value: z.json() }), z.object({})),
};
