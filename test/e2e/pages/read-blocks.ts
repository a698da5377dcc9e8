/** Something to paste on a page, and what it says is answered. */
export interface Block {
  /** Where it begins on the page, counted from 1. */
  readonly line: number;
  /** The lines of a `sh` block. */
  readonly commands: string;
  /** The `json` or `text` block that follows before any other block and any heading, if one does. */
  readonly answer: Answer | undefined;
}

/** An answer as it is printed on a page. `…` in it stands for anything within a line. */
export interface Answer {
  readonly language: 'json' | 'text';
  readonly text: string;
}

/** Reads what is to be pasted on a page of Markdown, in its order. */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  const parts = markdown.matchAll(/^```(\w*)\n(.*?)^```$|^#+ [^\n]*$/gms);
  let open = false;
  for (const { 0: whole, 1: language, 2: text = '', index } of parts) {
    const last = blocks.at(-1);
    if (language === 'sh') {
      blocks.push({ line: markdown.slice(0, index).split('\n').length, commands: text, answer: undefined });
      open = true;
    } else {
      const isAnswer = open && !whole.startsWith('#') && (language === 'json' || language === 'text');
      if (isAnswer && last !== undefined) blocks[blocks.length - 1] = { ...last, answer: { language, text } };
      open = false;
    }
  }
  return blocks;
}
