"use client";

import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

export type DialogProps = {
  open: boolean;
  title: ReactNode;
  children?: ReactNode;
  actions: ReactNode;
  onClose: () => void;
  /** For dialogs that interrupt with a question. */
  alert?: boolean;
};

/** The native modal dialog traps the focus, closes on Escape and restores the focus. */
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
        onClose();
      }}
      className="m-auto w-full overscroll-contain max-w-[min(28rem,calc(100%-2rem))] rounded-lg border bg-raised p-5 text-ink shadow-popup backdrop:bg-scrim"
    >
      {open && (
        <>
          <h2 id={`${id}-title`} className="text-balance font-semibold text-16">
            {title}
          </h2>
          {children && (
            <div id={`${id}-body`} className="mt-2 space-y-2 text-ink-muted">
              {children}
            </div>
          )}
          <div className="mt-5 flex flex-wrap justify-end gap-2">{actions}</div>
        </>
      )}
    </dialog>
  );
}
