/** The page of Tiptap: its starter kit and its tables as they come, and a citation as an atom among the words. */
import { Editor, Node } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';

const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: {}, label: {} }),
  parseHTML: () => [
    {
      tag: 'span[data-cite]',
      getAttrs: (element) => ({ source: element.dataset['cite'], label: element.textContent }),
    },
  ],
  renderHTML: ({ node }) => [
    'span',
    { 'data-cite': node.attrs['source'], contenteditable: 'false' },
    node.attrs['label'],
  ],
});

const editor = new Editor({
  element: document.getElementById('text')!,
  extensions: [StarterKit, TableKit, Citation],
  editorProps: { attributes: { class: 'area', spellcheck: 'true' } },
});

/** The document as Tiptap stores it, which is what it is opened from. */
let stored: object | null = null;

Object.assign(window, {
  benchTake: (html: string) => {
    editor.commands.setContent(html);
    stored = editor.getJSON();
    editor.commands.clearContent();
  },
  benchOpen: () => editor.commands.setContent(stored),
});
