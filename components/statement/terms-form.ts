import { plainAmount } from "@/components/ui/plain-amount";
import type { TermsInput } from "@/lib/billing-profile/client";
import type { BillingProfile } from "@/lib/billing-profile/contract";
import type { Cycle } from "@/lib/billing-profile/domain/cycles";
import { type DetailsForm, detailsForm, detailsOfForm } from "./details-form";

export type TermsForm = DetailsForm & {
  cycle: Cycle;
  net_days: string;
  tax_lines: { name: string; percent: string }[];
  credit: "none" | "prepaid" | "limit";
  credit_amount: string;
  hold_days: string;
  minimum_payment: string;
};

export function termsForm(profile: BillingProfile): TermsForm {
  const { credit } = profile;
  return {
    ...detailsForm(profile),
    cycle: profile.cycle,
    net_days: String(profile.net_days),
    tax_lines: profile.tax_lines.map((line) => ({ ...line })),
    credit: credit.kind,
    credit_amount: credit.kind === "limit" ? credit.amount : "",
    hold_days: String(profile.hold_days),
    minimum_payment: profile.minimum_payment,
  };
}

export function termsOfForm(form: TermsForm): TermsInput["profile"] {
  const { cycle, tax_lines, credit, credit_amount } = form;
  return {
    ...detailsOfForm(form),
    cycle,
    net_days: form.net_days.trim(),
    tax_lines: tax_lines.map(({ name, percent }) => ({ name: name.trim(), percent: percent.trim() })),
    credit: credit === "limit" ? { kind: credit, amount: plainAmount(credit_amount) } : { kind: credit },
    hold_days: form.hold_days.trim(),
    minimum_payment: plainAmount(form.minimum_payment),
  };
}
