import { LinkTabs } from "@/components/ui/link-tabs";
import { type Access, may } from "@/lib/access/domain/access";

export function BillingNav({ access }: { access: Access }) {
  if (!may(access, "read", "billing")) return null;
  return (
    <LinkTabs
      label="Billing"
      className="mb-6"
      tabs={[
        { href: "/billing", label: "Overview", exact: true },
        { href: "/billing/statements", label: "Statements" },
        { href: "/billing/ageing", label: "Aging" },
        { href: "/billing/periods", label: "Periods" },
        ...(may(access, "read", "rollups") ? [{ href: "/billing/rollups", label: "Rollups" }] : []),
        { href: "/billing/proof", label: "Verification" },
      ]}
    />
  );
}
