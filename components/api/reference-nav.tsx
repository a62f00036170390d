import type { OpenApi } from "@/lib/api/reference/open-api-types";
import { groupOperations } from "./operation-groups";

type Entry = { readonly href: string; readonly text: string; readonly inside?: readonly Entry[] };

/** What stands on the page, in its order. */
export function ReferenceNav({ reference }: { reference: OpenApi }) {
  return (
    <nav aria-label="Contents" className="text-13">
      <EntryList entries={entriesOf(reference)} />
    </nav>
  );
}

function entriesOf(reference: OpenApi): Entry[] {
  const routes = reference.tags.map(({ name }) => ({
    href: `#${name.toLowerCase()}`,
    text: name,
    inside: groupOperations(reference, name).map(({ operation, methods, path }) => ({
      href: `#${operation.operationId}`,
      text: `${methods.join(" ")} ${path.replace("/{secure_token}/", "/…/")}`,
    })),
  }));
  return [
    { href: "#convert", text: "Convert in one line" },
    { href: "#authentication", text: "Authentication" },
    { href: "#conventions", text: "Conventions" },
    ...routes,
    { href: "#objects", text: "Objects" },
    { href: "#words", text: "Words" },
    { href: "#problems", text: "Problems" },
  ];
}

function EntryList({ entries, isInside = false }: { entries: readonly Entry[]; isInside?: boolean }) {
  return (
    <ul className={isInside ? "mb-2 border-l pl-3" : "space-y-0.5"}>
      {entries.map(({ href, text, inside }) => (
        <li key={href}>
          <a
            href={href}
            className={`block truncate rounded-sm py-0.5 hover:text-accent ${isInside ? "font-mono text-12 text-ink-muted" : "font-medium"}`}
          >
            {text}
          </a>
          {inside && <EntryList entries={inside} isInside />}
        </li>
      ))}
    </ul>
  );
}
