"use client";

import { Fragment } from "react";

// A client component, although rendered on the server: the page then carries text and not a tree of elements.
/** Text in which `backticks` mark code. */
export function Prose({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that never changes
      <Fragment key={index}>{part}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that never changes
      <code key={index} className="wrap-anywhere rounded-sm bg-sunken px-1 py-px font-mono text-12">
        {part}
      </code>
    ),
  );
}

export function Paragraphs({ texts }: { texts: readonly string[] }) {
  return (
    <div className="max-w-prose space-y-2">
      {texts.map((text) => (
        <p key={text}>
          <Prose text={text} />
        </p>
      ))}
    </div>
  );
}
