import { SquareDashed } from 'lucide-react';
import type { LexicalEditor, NodeKey } from 'lexical';
import { MenuAction, MenuChoice, MenuDivider } from '../../../ui/AppMenu.tsx';
import { setCalloutKind, setConfidence, unwrapCallout } from './calloutEdits.ts';
import { CALLOUT_ACTIONS, CONFIDENCE_CHOICES } from './callouts.ts';

interface CalloutChoicesProps {
  editor: LexicalEditor;
  callout: { kind: string; confidence: string };
  /** The one at the caret where there is none. */
  calloutKey?: NodeKey;
}

/** Items of a menu: what a callout is, how sure a key judgment is, and the way out of it. */
export function CalloutChoices({ editor, callout, calloutKey }: CalloutChoicesProps) {
  return (
    <>
      <MenuChoice
        label="Callout"
        value={callout.kind}
        choices={CALLOUT_ACTIONS.map(({ kind, title }) => ({ value: kind as string, label: title }))}
        onChange={(kind) => setCalloutKind(editor, kind, calloutKey)}
      />
      {callout.kind === 'judgment' && (
        <MenuChoice
          label="Confidence"
          value={callout.confidence}
          choices={CONFIDENCE_CHOICES}
          onChange={(confidence) => setConfidence(editor, confidence, calloutKey)}
        />
      )}
      <MenuDivider />
      <MenuAction icon={SquareDashed} onSelect={() => unwrapCallout(editor, calloutKey)}>
        Remove the callout, keep its text
      </MenuAction>
    </>
  );
}
