import { LinkTabs } from "@/components/ui/link-tabs";

export function SettingsTabs() {
  return (
    <>
      <h1 className="mb-4 font-semibold text-20">Settings</h1>
      <LinkTabs
        label="Settings"
        className="mb-6"
        tabs={[
          { href: "/settings/company", label: "Company" },
          { href: "/settings/api-keys", label: "API keys" },
          { href: "/settings/secure-tokens", label: "Secure tokens" },
        ]}
      />
    </>
  );
}
