"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Segmented } from "@/components/ui/segmented";
import { useHydrated } from "@/components/ui/use-hydrated";

const CHOICES = [
  { value: "light", label: <Choice icon={Sun} word="Light" /> },
  { value: "dark", label: <Choice icon={Moon} word="Dark" /> },
  { value: "system", label: <Choice icon={Monitor} word="System" /> },
];

export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const isHydrated = useHydrated();
  return <Segmented legend="Theme" choices={CHOICES} value={isHydrated ? theme : undefined} onChange={setTheme} />;
}

function Choice({ icon: Icon, word }: { icon: typeof Sun; word: string }) {
  return (
    <>
      <Icon aria-hidden="true" className="size-3.5" />
      {word}
    </>
  );
}
