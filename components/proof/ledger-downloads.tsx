import { buttonClass } from "@/components/ui/button-class";
import { Section } from "@/components/ui/section";

const FORMATS = [
  { format: "hledger", label: "hledger" },
  { format: "beancount", label: "beancount" },
  { format: "csv", label: "CSV" },
];

export function LedgerDownloads() {
  return (
    <Section title="Ledger export">
      <p className="mb-3 max-w-prose text-13 text-ink-muted">
        For plain-text accounting tools. Each checks the balances of every closed month itself:{" "}
        <code className="font-mono text-12">hledger check</code>, <code className="font-mono text-12">bean-check</code>.
      </p>
      <div className="flex flex-wrap gap-2">
        {FORMATS.map(({ format, label }) => (
          <a key={format} href={`/api/v1/ledger/export?format=${format}`} download className={buttonClass()}>
            Download {label}
          </a>
        ))}
      </div>
    </Section>
  );
}
