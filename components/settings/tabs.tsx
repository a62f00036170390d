"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

type Tab<Name extends string> = { readonly name: Name; readonly label: string; readonly content: ReactNode };

type TabsProps<Name extends string> = {
  label: string;
  tabs: readonly Tab<Name>[];
  chosen: Name;
  onChoose: (name: Name) => void;
};

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

export function Tabs<Name extends string>({ label, tabs, chosen, onChoose }: TabsProps<Name>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const names = tabs.map(({ name }) => name);

  function step(event: KeyboardEvent) {
    const by = STEPS[event.key];
    const next = by && names[(names.indexOf(chosen) + by + names.length) % names.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  }

  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className="flex gap-4 border-b" onKeyDown={step}>
        {tabs.map(({ name, label: shown }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-tab={name}
            aria-selected={name === chosen}
            aria-controls={`${id}-${name}-panel`}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => onChoose(name)}
            className="-mb-px h-9 border-transparent border-b-2 text-13 text-ink-muted transition-colors hover:text-ink aria-selected:border-accent aria-selected:font-medium aria-selected:text-accent pointer-coarse:h-11"
          >
            {shown}
          </button>
        ))}
      </div>
      {tabs.map(({ name, content }) => (
        <div
          key={name}
          role="tabpanel"
          id={`${id}-${name}-panel`}
          aria-labelledby={`${id}-${name}`}
          hidden={name !== chosen}
        >
          {content}
        </div>
      ))}
    </>
  );
}
