"use client";

import { useId, useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import type { CodeSample } from "@/lib/platform/contract/open-api";

const LABELS =
  "[&_label]:flex [&_label]:cursor-pointer [&_label]:items-center [&_label]:border-b-2 [&_label]:border-transparent [&_label]:text-ink-muted [&_label:hover]:text-ink [&_label:has(:checked)]:border-accent [&_label:has(:checked)]:font-medium [&_label:has(:checked)]:text-accent [&_label:has(:focus-visible)]:outline-2 [&_label:has(:focus-visible)]:outline-accent";

/** The same request in several languages, one at a time. */
export function CodeTabs({ what, samples }: { what: string; samples: readonly CodeSample[] }) {
  const [chosen, setChosen] = useState(0);
  const name = useId();
  const sample = samples[chosen];
  if (!sample) return null;
  return (
    <figure className="min-w-0 rounded-md border bg-raised">
      <figcaption className="flex h-9 items-center justify-between gap-2 border-b pr-1 pl-3 text-12">
        <span className="sr-only">{what}</span>
        <fieldset className={`flex h-full gap-3 ${LABELS}`}>
          <legend className="sr-only">Language of the example: {what}</legend>
          {samples.map(({ lang, label }, place) => (
            <label key={lang}>
              <input
                type="radio"
                name={name}
                checked={place === chosen}
                onChange={() => setChosen(place)}
                className="sr-only"
              />
              {label}
            </label>
          ))}
        </fieldset>
        <CopyButton text={sample.source} what={`${what}, ${sample.label}`} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key. */}
      <pre tabIndex={0} className="max-h-120 overflow-auto px-3 py-2 font-mono text-12">
        <code>{sample.source}</code>
      </pre>
    </figure>
  );
}
