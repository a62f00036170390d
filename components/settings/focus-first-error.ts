const FRAMES = 10;

/** Leads to the first wrong field; one in a folded rule appears a few frames after its error. */
export function focusFirstError(formId: string, framesLeft = FRAMES) {
  requestAnimationFrame(() => {
    const field = document.getElementById(formId)?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (field) field.focus();
    else if (framesLeft > 0) focusFirstError(formId, framesLeft - 1);
  });
}
