import type { Statement } from "@/lib/statement/contract/statement";

type StatementPartyProps = { title: string; details: Statement["issuer"]; logo?: string | null };

export function StatementParty({ title, details, logo }: StatementPartyProps) {
  const { legal_name, address, tax_id, email } = details;
  return (
    <section aria-label={title} className="text-13">
      <h2 className="mb-1 text-12 text-ink-muted">{title}</h2>
      {logo && (
        // biome-ignore lint/performance/noImgElement: an image of the API, in its own size.
        <img src={logo} alt="" className="mb-2 max-h-12 max-w-45 object-contain" />
      )}
      <p className="font-medium">{legal_name}</p>
      {address.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {tax_id && <p>Tax number {tax_id}</p>}
      {email && <p>{email}</p>}
    </section>
  );
}
