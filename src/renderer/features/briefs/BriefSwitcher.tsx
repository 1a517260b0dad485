import { ChevronDown, FileInput, FilePlus2, Pencil, Trash2 } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import type { BriefSummary } from '#domain/brief.ts';
import { commands, runCommand } from '../../app/commands.ts';
import { createStore, type Store, useStore } from '../../app/store.ts';
import { showDialog, workspace } from '../../app/workspace.ts';
import { useOperation } from '../../api/useOperation.ts';
import { AppMenu, MenuAction, MenuChoice, MenuDivider } from '../../ui/AppMenu.tsx';
import { formatAgo } from '../../ui/dates.ts';
import { useNow } from '../../ui/useNow.ts';
import { briefTitle, removeBrief, switchBrief } from './briefActions.ts';
import { BRIEFS_DROP } from './openMarkdown.ts';
import styles from './briefs.module.css';

/** Id of the button, so that a command can open the menu. */
export const BRIEF_SWITCHER = 'brief-switcher';

/** The open brief's title; its menu lists all briefs. */
export function BriefSwitcher() {
  const briefId = useStore(workspace, (state) => state.briefId);
  const { data: briefs } = useOperation('briefs.list', {}, ['briefs.changed']);
  const open = briefs?.find((brief) => brief.id === briefId);
  const [list] = useState(() => createStore<BriefSummary[]>([]));
  useEffect(() => list.set(briefs ?? []), [list, briefs]);
  return <Switcher title={open === undefined ? null : briefTitle(open)} list={list} />;
}

/** Drawn when the title changes, and not with each save of the brief. */
const Switcher = memo(function Switcher({
  title,
  list,
}: {
  title: string | null;
  list: Store<BriefSummary[]>;
}) {
  return (
    <AppMenu
      trigger={
        <button type="button" id={BRIEF_SWITCHER} className={styles.switcher} {...{ [BRIEFS_DROP]: '' }}>
          <span>{title ?? 'Briefs'}</span>
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    >
      <SwitcherMenu list={list} />
    </AppMenu>
  );
});

function SwitcherMenu({ list }: { list: Store<BriefSummary[]> }) {
  const now = useNow();
  const briefId = useStore(workspace, (state) => state.briefId);
  const briefs = useStore(list);
  const open = briefs.find((brief) => brief.id === briefId);
  const shortcut = useStore(commands).get('brief.new')?.shortcut;
  return (
    <>
      <MenuAction icon={FilePlus2} shortcut={shortcut} onSelect={() => runCommand('brief.new')}>
        New brief
      </MenuAction>
      <MenuAction icon={FileInput} onSelect={() => runCommand('brief.openMarkdown')}>
        Open Markdown as a brief…
      </MenuAction>
      {briefs.length > 0 && (
        <>
          <MenuDivider />
          <MenuChoice
            label="Briefs"
            value={briefId}
            choices={briefs.map((brief) => choice(brief, now))}
            onChange={(id) => void switchBrief(id)}
          />
        </>
      )}
      {open !== undefined && (
        <>
          <MenuDivider />
          <MenuAction icon={Pencil} onSelect={() => showDialog('rename')}>
            Rename…
          </MenuAction>
          <MenuAction icon={Trash2} onSelect={() => void removeBrief(open.id, briefTitle(open))}>
            Delete this brief
          </MenuAction>
        </>
      )}
    </>
  );
}

function choice(brief: BriefSummary, now: number): { value: number; label: string; side: string } {
  return { value: brief.id, label: briefTitle(brief), side: formatAgo(brief.updatedAt, now) };
}
