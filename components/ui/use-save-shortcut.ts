"use client";

import { useEffect } from "react";

/** Ctrl+S and ⌘S save the form instead of the page. */
export function useSaveShortcut(formId: string) {
  useEffect(() => {
    function save(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "s" || event.altKey || event.shiftKey || event.metaKey === event.ctrlKey) return;
      event.preventDefault();
      const form = document.getElementById(formId);
      // An open dialog or list takes the key first.
      const isBusy = document.querySelector("dialog:modal, [role=combobox][aria-expanded=true]") !== null;
      if (form instanceof HTMLFormElement && !isBusy) form.requestSubmit();
    }
    window.addEventListener("keydown", save);
    return () => window.removeEventListener("keydown", save);
  }, [formId]);
}
