"use client";

import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

export type DialogProps = {
  open: boolean;
  title: ReactNode;
  children?: ReactNode;
  actions: ReactNode;
  /** On Escape. Without it only the actions close the dialog. */
  onClose?: () => void;
  /** For dialogs that interrupt with a question. */
  alert?: boolean;
};

/**
 * The native modal dialog traps the focus, closes on Escape and restores the focus. Where it is higher than the page,
 * what is between its title and its actions scrolls.
 */
export function Dialog({ open, title, children, actions, onClose, alert = false }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  // A layout effect is cleaned up while the dialog is still in the page; only then does closing restore the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    element.showModal();
    return () => element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      role={alert ? "alertdialog" : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={children ? `${id}-body` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={() => {
        // At a second Escape browsers close a dialog without asking: it is reopened, and asked.
        if (!open || !dialog.current || dialog.current.open) return;
        dialog.current.showModal();
        onClose?.();
      }}
      className="m-auto max-h-[calc(100dvh-2rem)] w-full max-w-[min(28rem,calc(100%-2rem))] flex-col overflow-hidden rounded-lg border bg-raised p-5 text-left font-normal text-ink whitespace-normal shadow-popup backdrop:bg-scrim open:flex"
    >
      {open && (
        <>
          <h2 id={`${id}-title`} className="text-balance font-semibold text-16">
            {title}
          </h2>
          {children && (
            // Its margins hold the rings of focused fields, which would be cut off where it scrolls.
            <div
              id={`${id}-body`}
              className="-mx-5 -mb-1 mt-1 min-h-0 space-y-2 overflow-y-auto overscroll-contain px-5 py-1 text-ink-muted"
            >
              {children}
            </div>
          )}
          <div className="mt-4 flex flex-wrap justify-end gap-2">{actions}</div>
        </>
      )}
    </dialog>
  );
}
