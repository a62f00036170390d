import { LinkTabs } from "@/components/ui/link-tabs";
import { type Access, type Area, may } from "@/lib/access/domain/access";

/** In the order of the tabs, each with the permission it requires. */
const TABS: readonly { readonly href: string; readonly label: string; readonly reads: Area | null }[] = [
  { href: "/settings/company", label: "Company", reads: "settings" },
  { href: "/settings/members", label: "Members", reads: "members" },
  { href: "/settings/api-keys", label: "API keys", reads: "keys" },
  { href: "/settings/secure-tokens", label: "Secure tokens", reads: "keys" },
  { href: "/settings/webhooks", label: "Webhooks", reads: "settings" },
  { href: "/settings/audit-log", label: "Audit log", reads: "members" },
  { href: "/settings/security", label: "Your security", reads: null },
];

const tabsFor = (access: Access) => TABS.filter(({ reads }) => reads === null || may(access, "read", reads));

/** The first tab that the member may see. */
export function settingsAddress(access: Access): string {
  return tabsFor(access)[0]?.href ?? "/settings/security";
}

export function SettingsTabs({ access }: { access: Access }) {
  return (
    <>
      <h1 className="mb-4 font-semibold text-20">Settings</h1>
      <LinkTabs label="Settings" className="mb-6" tabs={tabsFor(access).map(({ href, label }) => ({ href, label }))} />
    </>
  );
}
