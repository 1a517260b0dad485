import { OPEN_CALLOUT_COMMAND } from '#editor/callout/CalloutExtension.ts';
import { $isCalloutNode } from '#editor/callout/CalloutNode.ts';
import { $getNodeByKey, COMMAND_PRIORITY_LOW, type LexicalEditor, type NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import { PlacedMenu } from '../../../ui/PlacedMenu.tsx';
import { CalloutChoices } from './CalloutChoices.tsx';

interface Opened {
  key: NodeKey;
  at: DOMRect;
  kind: string;
  confidence: string;
}

/** The menu that the label of a callout opens. */
export function CalloutMenu({ editor }: { editor: LexicalEditor }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(
    () =>
      editor.registerCommand(
        OPEN_CALLOUT_COMMAND,
        (key) => {
          const node = $getNodeByKey(key);
          const label = editor.getElementByKey(key)?.querySelector('button');
          if (!$isCalloutNode(node) || !label) return false;
          const at = label.getBoundingClientRect();
          setOpened({ key, at, kind: node.getKind(), confidence: node.getConfidence() });
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );
  if (opened === null) return null;
  return (
    <PlacedMenu label="Callout" at={opened.at} onClose={() => setOpened(null)}>
      <CalloutChoices editor={editor} callout={opened} calloutKey={opened.key} />
    </PlacedMenu>
  );
}
