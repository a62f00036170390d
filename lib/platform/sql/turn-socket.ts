import { Socket } from "node:net";

/**
 * A socket on which all that is written in one turn of the event loop leaves in one write. The driver corks it around
 * each statement; a plan sends a dozen statements in a turn, and each write costs both processes a wake-up.
 */
export class TurnSocket extends Socket {
  private isHeld = false;

  override cork(): void {
    super.cork();
    if (this.isHeld) return;
    this.isHeld = true;
    super.cork();
    process.nextTick(() => {
      this.isHeld = false;
      super.uncork();
    });
  }
}
