import type { BillingDetails } from "@/lib/billing-profile/contract";

/** The address is one text with a line break between lines. */
export type DetailsForm = { legal_name: string; address: string; tax_id: string; email: string };

export function detailsForm({ legal_name, address, tax_id, email }: BillingDetails): DetailsForm {
  return { legal_name, address: address.join("\n"), tax_id, email };
}

export function detailsOfForm({ legal_name, address, tax_id, email }: DetailsForm): BillingDetails {
  const lines = address.split("\n").map((line) => line.trim());
  return {
    legal_name: legal_name.trim(),
    address: lines.filter((line) => line !== ""),
    tax_id: tax_id.trim(),
    email: email.trim(),
  };
}

/** `profile.tax_lines.0.percent` → `tax_lines.0.percent`; the address is one field, and so is the amount of the credit. */
export function fieldOf(parameter: string): string {
  return parameter
    .replace(/^profile\./, "")
    .replace(/^address\..*/, "address")
    .replace("credit.amount", "credit_amount");
}
