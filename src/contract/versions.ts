import { z } from 'zod';
import { briefIdSchema } from '#domain/brief.ts';
import {
  briefVersionSchema,
  versionIdSchema,
  versionNameSchema,
  versionSummarySchema,
} from '#domain/versions/version.ts';
import { command, query } from './operation.ts';

export const versionOperations = {
  /** The versions of a brief, latest first; its present state is none of them. */
  'versions.list': query(z.object({ briefId: briefIdSchema }), z.array(versionSummarySchema)),
  'versions.get': query(z.object({ id: versionIdSchema }), briefVersionSchema),
  /** Keeps the brief as it is stored: under a name, or, without one, because an earlier version takes its place. */
  'versions.keep': command(
    z.object({ briefId: briefIdSchema, name: versionNameSchema.nullable() }),
    versionSummarySchema,
  ),
  /** Names a version, which keeps it for good; null takes the name away, and it is kept as automatic ones are. */
  'versions.name': command(
    z.object({ id: versionIdSchema, name: versionNameSchema.nullable() }),
    versionSummarySchema,
  ),
  /** Removes a version for good. The brief and its other versions are not affected. */
  'versions.remove': command(z.object({ id: versionIdSchema }), z.object({})),
};
