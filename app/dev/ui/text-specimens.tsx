import { Kbd } from "@/components/ui/kbd";
import { LinkTabs } from "@/components/ui/link-tabs";
import { OlderPages } from "@/components/ui/older-pages";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { FOCUSED, LONG, Specimen, Specimens } from "./specimen";

const TABS = [
  { href: "/dev/ui", label: "Present" },
  { href: "/calls", label: "Calls" },
  { href: "/billing", label: LONG },
];

export function TextSpecimens() {
  return (
    <Specimens title="Text and navigation">
      <Specimen state="Link: default, focus">
        <p className="space-x-4">
          <TextLink href="/calls">All calls</TextLink>
          <TextLink href="/calls" className={FOCUSED}>
            All calls
          </TextLink>
        </p>
      </Specimen>
      <Specimen state="Key">
        <p>
          Press <Kbd>j</Kbd> and <Kbd>k</Kbd>.
        </p>
      </Specimen>
      <Specimen state="Pages">
        <OlderPages
          first={{ href: "/dev/ui", label: "Newest" }}
          next={{ href: "/dev/ui?after=1", label: "Older calls" }}
        />
      </Specimen>
      <Specimen state="Tabs" wide>
        <LinkTabs label="Example" tabs={TABS} />
      </Specimen>
      <Specimen state="Section" wide>
        <Section title="Billing" aside={<TextLink href="/billing">All entries</TextLink>}>
          <p>{LONG}</p>
        </Section>
      </Specimen>
    </Specimens>
  );
}
