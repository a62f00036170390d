import type { Metadata } from "next";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { ButtonSpecimens } from "./button-specimens";
import { ChoiceSpecimens } from "./choice-specimens";
import { DataSpecimens } from "./data-specimens";
import { FeedbackSpecimens } from "./feedback-specimens";
import { FieldSpecimens } from "./field-specimens";
import { FilterSpecimens } from "./filter-specimens";
import { OverlaySpecimens } from "./overlay-specimens";
import { TextSpecimens } from "./text-specimens";

export const metadata: Metadata = { title: "UI primitives" };

/** Every primitive of components/ui in every state. The file's extension keeps it out of production builds. */
export default function UiPage() {
  return (
    <main className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-semibold text-20">UI primitives</h1>
        <ThemeSwitch />
      </div>
      <ButtonSpecimens />
      <FieldSpecimens />
      <ChoiceSpecimens />
      <FilterSpecimens />
      <FeedbackSpecimens />
      <OverlaySpecimens />
      <DataSpecimens />
      <TextSpecimens />
    </main>
  );
}
