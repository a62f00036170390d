import type { Delivery } from "@/lib/intake/delivery";

/** What follows the scheme's name in the Authorization header, or null where there is none of that scheme. */
export function credentialsOf(delivery: Delivery, scheme: "Basic" | "Bearer"): string | null {
  const header = delivery.header("authorization")?.trim() ?? "";
  const [name, ...rest] = header.split(" ");
  if (name?.toLowerCase() !== scheme.toLowerCase()) return null;
  return rest.join(" ").trim() || null;
}
