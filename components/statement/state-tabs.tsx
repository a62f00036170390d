import clsx from "clsx";
import Link from "next/link";
import { STATE_WORDS } from "./statement-state";
import { SHOWN_STATES, type ShownState, type StatementsView, statementsAddress } from "./statements-address";

const WORDS: Readonly<Record<ShownState, string>> = { open: "open", ...STATE_WORDS };

export function StateTabs({ view }: { view: StatementsView }) {
  return (
    <nav aria-label="States" className="-mx-1 mb-4 overflow-x-auto">
      <ul className="flex gap-1 px-1 py-0.5">
        {[undefined, ...SHOWN_STATES].map((state) => (
          <li key={state ?? "all"}>
            <Link
              href={statementsAddress({ ...view, state })}
              prefetch={false}
              aria-current={state === view.state ? "page" : undefined}
              className={clsx(
                "flex h-8 items-center whitespace-nowrap rounded-md px-2.5 text-13 transition-colors pointer-coarse:h-10",
                state === view.state ? "bg-accent-tint font-medium text-accent" : "text-ink-muted hover:text-ink",
              )}
            >
              {state === undefined ? "All" : `${WORDS[state][0]?.toUpperCase()}${WORDS[state].slice(1)}`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
