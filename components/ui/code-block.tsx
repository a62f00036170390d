import { CopyButton } from "./copy-button";

type CodeBlockProps = { title: string; code: string; copies?: boolean };

export function CodeBlock({ title, code, copies = false }: CodeBlockProps) {
  return (
    <figure className="min-w-0 rounded-md border bg-raised">
      <figcaption className="flex h-8 items-center justify-between border-b pr-1 pl-3 font-medium text-12 text-ink-muted">
        {title}
        {copies && <CopyButton text={code} what={title} />}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key. */}
      <pre tabIndex={0} className="max-h-120 overflow-auto px-3 py-2 font-mono text-12">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
