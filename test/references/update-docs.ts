/** Writes the table of what formats lose into the documentation. */
import { readFileSync, writeFileSync } from 'node:fs';
import { DOCUMENTATION, withLossTable } from './holds.ts';

writeFileSync(DOCUMENTATION, withLossTable(readFileSync(DOCUMENTATION, 'utf8')));
