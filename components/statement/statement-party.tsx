import type { Statement } from "@/lib/statement/contract/statement";

export function StatementParty({ title, details }: { title: string; details: Statement["issuer"] }) {
  const { legal_name, address, tax_id, email } = details;
  return (
    <section aria-label={title} className="text-13">
      <h2 className="mb-1 text-12 text-ink-muted">{title}</h2>
      <p className="font-medium">{legal_name}</p>
      {address.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {tax_id && <p>Tax number {tax_id}</p>}
      {email && <p>{email}</p>}
    </section>
  );
}
