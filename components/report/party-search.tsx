import Form from "next/form";
import { controlClass } from "@/components/ui/control-class";
import type { HomeView } from "./home-address";

const LABEL = "Search buyers and traffic sources";

export function PartySearch({ view: { q = "", ...others } }: { view: HomeView }) {
  return (
    <Form action="/billing" role="search" aria-label={LABEL} className="w-full sm:w-64">
      {Object.entries(others).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        key={q}
        type="search"
        name="q"
        defaultValue={q}
        maxLength={100}
        aria-label={LABEL}
        placeholder={LABEL}
        autoComplete="off"
        spellCheck={false}
        className={controlClass}
      />
    </Form>
  );
}
