/** The text of early-leave.ts and all that it imports as one script; scripts/inline-script.mjs makes it in every build. */
export declare const source: string;
