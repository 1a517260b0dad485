import { ChevronDown, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CitationStyle } from '#contract/styles.ts';
import type { CitationCluster } from '#domain/citation.ts';
import { useOperation } from '../../../api/useOperation.ts';
import { registerCommands } from '../../../app/commands.ts';
import { useStore } from '../../../app/store.ts';
import type { CitationLabels } from '../labels/citationLabels.ts';
import type { SettingsSaver } from '../settingsSaver.ts';
import { choosingStyle } from './styleChoice.ts';
import { StylePicker } from './StylePicker.tsx';
import brief from '../brief.module.css';

interface StyleFieldProps {
  settings: SettingsSaver;
  citations: CitationLabels;
}

/** Citations that a preview shows. */
const PREVIEWED = 4;

/** The citation style of the brief, and the way to another one. */
export function StyleField({ settings, citations }: StyleFieldProps) {
  const { styleId, language } = useStore(settings.current);
  const { data: style } = useOperation('citations.style', { id: styleId }, ['styles.changed']);
  const open = useStore(choosingStyle);
  const [clusters, setClusters] = useState<CitationCluster[]>([]);
  const label = useId();

  useEffect(() => {
    if (open) setClusters(firstClusters(citations));
  }, [open, citations]);
  useEffect(() => () => choosingStyle.set(false), []);
  useStyleCommands(settings, styleId);

  // What is stored stays: the style that stands in for a missing one is not the brief's own.
  const current = useMemo(
    (): CitationStyle =>
      style === null || style.isMissing
        ? { id: styleId, title: `Missing: ${styleId}`, class: style?.class ?? 'note', origin: 'package' }
        : style,
    [style, styleId],
  );
  return (
    <div className={brief.ghostField}>
      <span id={label}>Citations</span>
      <button
        type="button"
        className={brief.ghostSelect}
        aria-haspopup="dialog"
        aria-labelledby={`${label} ${label}-value`}
        onClick={() => choosingStyle.set(true)}
      >
        <span id={`${label}-value`}>{style === null ? '…' : current.title}</span>
        {style?.isMissing === true ? (
          <TriangleAlert size={13} aria-hidden />
        ) : (
          <ChevronDown size={13} aria-hidden />
        )}
      </button>
      {open && (
        <StylePicker
          current={current}
          language={language}
          clusters={clusters}
          settle={() => settings.flush()}
          onClose={() => choosingStyle.set(false)}
          onPick={({ id }) => {
            choosingStyle.set(false);
            if (id !== styleId) settings.change({ styleId: id });
          }}
        />
      )}
    </div>
  );
}

/** The commands that open the picker, and that go back to the style of before. */
function useStyleCommands(settings: SettingsSaver, styleId: string): void {
  const latest = useRef(styleId);
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (latest.current === styleId) return;
    before.current = latest.current;
    latest.current = styleId;
  }, [styleId]);
  useEffect(
    () =>
      registerCommands([
        { id: 'brief.style', title: 'Citation style…', group: 'Brief', run: () => choosingStyle.set(true) },
        {
          id: 'brief.styleBefore',
          title: 'Go back to the citation style of before',
          group: 'Brief',
          shortcut: 'Alt+Shift+S',
          enabled: () => before.current !== null,
          run: () => {
            if (before.current !== null) settings.change({ styleId: before.current });
          },
        },
      ]),
    [settings],
  );
}

function firstClusters(citations: CitationLabels): CitationCluster[] {
  return citations.state
    .get()
    .keys.slice(0, PREVIEWED)
    .flatMap((key) => {
      const cluster = citations.itemsOf(key);
      return cluster === null ? [] : [cluster];
    });
}
