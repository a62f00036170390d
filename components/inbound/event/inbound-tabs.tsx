import { LinkTabs } from "@/components/ui/link-tabs";

export function InboundTabs() {
  return (
    <LinkTabs
      label="Integrations"
      className="mb-4"
      tabs={[
        { href: "/integrations", label: "Integrations", exact: true },
        { href: "/integrations/events", label: "Event log" },
      ]}
    />
  );
}
