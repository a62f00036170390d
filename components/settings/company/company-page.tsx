import { SettingsTabs } from "@/components/access/settings-tabs";
import { Fact } from "@/components/ui/fact";
import { Section } from "@/components/ui/section";
import type { CompanySettings } from "@/lib/access/contract/company";
import { type Access, may } from "@/lib/access/domain/access";
import type { BillingDetails } from "@/lib/billing-profile/contract";
import { ChecklistSwitch } from "./checklist-switch";
import { CompanyForm } from "./company-form";
import { CompanySwitch } from "./company-switch";
import { Logo } from "./logo";
import { StatementDetails } from "./statement-details";

type CompanyPageProps = { company: CompanySettings; details: BillingDetails; logo: string | null; access: Access };

export function CompanyPage({ company, details, logo, access }: CompanyPageProps) {
  const mayEdit = may(access, "update", "settings");
  const { rollup_every_minutes: minutes } = company;
  return (
    <>
      <SettingsTabs access={access} />
      <div className="max-w-160 space-y-8">
        <Section title="Company">
          <CompanyForm company={company} mayEdit={mayEdit} />
        </Section>
        <Section title="Secure tokens">
          <CompanySwitch
            setting="token_offer_side"
            isOn={company.token_offer_side}
            mayEdit={mayEdit}
            label="Secure tokens can update TS Converted?"
            hint="Applies to tokens without a buyer. A buyer’s own token never can."
          />
        </Section>
        <Section title="API">
          <CompanySwitch
            setting="deltas_without_key"
            isOn={company.deltas_without_key}
            mayEdit={mayEdit}
            label="API clients may add to amounts without an Idempotency-Key"
            hint="A retry without a key adds add_revenue and add_payout twice. Allow it only for clients that can’t send the header."
          />
        </Section>
        <Section title="Rollups">
          <Fact label="Pending entries are posted">{minutes === 1 ? "every minute" : `every ${minutes} minutes`}</Fact>
          <p className="mt-1 text-12 text-ink-muted">
            Set for the whole installation, with <code className="font-mono">ROLLUP_EVERY_MINUTES</code>.
          </p>
        </Section>
        <Section title="Details on statements">
          <StatementDetails details={details} mayEdit={mayEdit} />
        </Section>
        <Section title="Logo on statements">
          <Logo version={logo} mayEdit={mayEdit} />
        </Section>
        {mayEdit && (
          <Section title="Checklist">
            <ChecklistSwitch isDismissed={company.checklist_dismissed} />
          </Section>
        )}
      </div>
    </>
  );
}
