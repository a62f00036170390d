import type { InboxItem } from "@/lib/inbox/contract";

export function PayloadDetails({ item }: { item: InboxItem }) {
  const isEmpty = Object.keys(item.payload).length === 0;
  if (isEmpty && !item.payload_hidden) return null;
  return (
    <details className="text-12">
      <summary className="w-fit cursor-pointer rounded-sm py-0.5 text-ink-muted hover:text-ink pointer-coarse:py-2">
        Payload received
      </summary>
      {!isEmpty && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        <pre tabIndex={0} className="mt-1 max-h-64 overflow-auto rounded-md bg-sunken p-2 font-mono text-12">
          {JSON.stringify(item.payload, null, 2)}
        </pre>
      )}
      {item.payload_hidden && <p className="mt-1 text-ink-muted">Some values are hidden: your role can’t read them.</p>}
    </details>
  );
}
