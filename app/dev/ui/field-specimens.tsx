import { Field } from "@/components/ui/field";
import { InfoTip } from "@/components/ui/info-tip";
import { MoneyInput } from "@/components/ui/money-input";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { FOCUSED, LONG, Specimen, Specimens } from "./specimen";

export function FieldSpecimens() {
  return (
    <Specimens title="Fields">
      <Specimen state="Empty, with a placeholder and a hint">
        <Field label="Buyer" hint="As it is named on statements.">
          <TextInput placeholder="Prairie Insurance" />
        </Field>
      </Specimen>
      <Specimen state="Focus, with an explanation">
        <Field label="Buyer" info={<InfoTip about="Buyer" text="Who is charged for the call." />}>
          <TextInput defaultValue="Prairie Insurance" className={FOCUSED} />
        </Field>
      </Specimen>
      <Specimen state="Error">
        <Field label="Buyer" required error="Enter a name." hint="As it is named on statements.">
          <TextInput defaultValue="" />
        </Field>
      </Specimen>
      <Specimen state="Disabled">
        <Field label="Buyer">
          <TextInput defaultValue="Prairie Insurance" disabled />
        </Field>
      </Specimen>
      <Specimen state="Read-only">
        <Field label="Buyer">
          <TextInput defaultValue="Prairie Insurance" readOnly />
        </Field>
      </Specimen>
      <Specimen state="Long text">
        <Field label={LONG} hint={LONG} error={LONG}>
          <TextInput defaultValue={LONG} />
        </Field>
      </Specimen>
      <Specimen state="Several lines">
        <Field label="Reason" hint="Shown in the history.">
          <TextArea defaultValue="The policy was canceled on the same day." />
        </Field>
      </Specimen>
      <Specimen state="Several lines with an error">
        <Field label="Reason" required error="Enter a reason.">
          <TextArea defaultValue="" />
        </Field>
      </Specimen>
      <Specimen state="Amount">
        <Field label="Revenue">
          <MoneyInput currency="USD" defaultValue="1,250.00" />
        </Field>
      </Specimen>
      <Specimen state="Amount with an error">
        <Field label="Revenue" error="Enter an amount such as 10.00.">
          <MoneyInput currency="USD" defaultValue="ten" />
        </Field>
      </Specimen>
      <Specimen state="Amount, disabled">
        <Field label="Revenue">
          <MoneyInput currency="USD" defaultValue="10.00" disabled />
        </Field>
      </Specimen>
    </Specimens>
  );
}
