"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import { type Findable, findInReference } from "./find-in-reference";

const INDEX = "/docs/api/search.json";

/** Finds routes by title, name, path and fields. Loads the index on first use. */
export function ReferenceSearch() {
  const [words, setWords] = useState("");
  const [index, setIndex] = useState<readonly Findable[] | null>(null);
  const id = useId();
  const found = index && words.trim() !== "" ? findInReference(index, words) : [];
  const load = () => {
    if (index) return;
    void fetch(INDEX)
      .then((answer) => answer.json())
      .then((entries: readonly Findable[]) => setIndex(entries))
      .catch(() => setIndex([]));
  };
  return (
    <search className="relative block">
      <label htmlFor={id} className="sr-only">
        Search the reference
      </label>
      <Search aria-hidden="true" className="absolute top-2 left-2.5 size-4 text-ink-muted pointer-coarse:top-3" />
      <input
        id={id}
        type="search"
        value={words}
        placeholder="Search the reference"
        autoComplete="off"
        onFocus={load}
        onChange={(event) => {
          load();
          setWords(event.target.value);
        }}
        className="h-8 w-full rounded-md border border-line-strong bg-page pr-2 pl-8 text-13 pointer-coarse:h-10"
      />
      {words.trim() !== "" && index && (
        <div className="absolute inset-x-0 top-full z-10 mt-1 max-h-96 overflow-y-auto rounded-md border bg-raised p-1 shadow-lg lg:w-96">
          <p role="status" className="px-2 py-1 text-12 text-ink-muted">
            {found.length === 0 ? "No results. Try part of a URL or a field name." : `${found.length} found`}
          </p>
          <ul>
            {found.map(({ href, title, name }) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  onClick={() => setWords("")}
                  className="block rounded-sm px-2 py-1 text-13 hover:bg-sunken"
                >
                  <span className="wrap-anywhere block font-mono text-12">{name}</span>
                  <span className="text-ink-muted">{title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </search>
  );
}
