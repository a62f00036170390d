"use client";

import { useTheme } from "next-themes";
import type { CSSProperties } from "react";
import { Toaster } from "sonner";

const LOOK = {
  "--normal-bg": "var(--color-raised)",
  "--normal-text": "var(--color-ink)",
  "--normal-border": "var(--color-line-strong)",
  "--border-radius": "var(--radius-md)",
  fontFamily: "var(--font-sans)",
} as CSSProperties;

/** At the top: the bottom of a page belongs to its save bar. */
export function Toasts() {
  const { resolvedTheme } = useTheme();
  return (
    <Toaster
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="top-right"
      offset={{ top: 56, right: 16 }}
      mobileOffset={{ top: 56, left: 16, right: 16 }}
      style={LOOK}
      toastOptions={{ classNames: { description: "text-ink-muted!", icon: "text-current" } }}
    />
  );
}
