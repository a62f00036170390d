import type { ApiKey } from "@/lib/access/contract/credential";

type KeyLimitsProps = { apiKey: Pick<ApiKey, "read_only" | "permissions" | "buyers" | "addresses"> };

/** What restricts a key beyond its role, in the list of keys. */
export function KeyLimits({ apiKey: { read_only, permissions, buyers, addresses } }: KeyLimitsProps) {
  const exceptions = Object.keys(permissions).length;
  const limits = [
    ...(read_only ? ["Read-only"] : []),
    ...(exceptions > 0 ? [exceptions === 1 ? "1 exception" : `${exceptions} exceptions`] : []),
    ...(buyers.length > 0 ? [`Calls of ${buyers.map(({ name }) => name).join(", ")}`] : []),
    ...(addresses.length > 0 ? [`From ${addresses.join(", ")}`] : []),
  ];
  return limits.map((limit) => (
    <span key={limit} className="block max-w-80 break-words text-12 text-ink-muted">
      {limit}
    </span>
  ));
}
