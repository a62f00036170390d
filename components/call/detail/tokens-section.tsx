import { Section } from "@/components/ui/section";

export function TokensSection({ tokens }: { tokens: Readonly<Record<string, string>> }) {
  const named = Object.entries(tokens).sort(([one], [other]) => one.localeCompare(other));
  if (named.length === 0) return null;
  return (
    <Section title="Tokens">
      <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 font-mono text-12">
        {named.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="break-words text-ink-muted">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
