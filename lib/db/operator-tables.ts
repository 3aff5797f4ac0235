import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { operatorRoles } from '#lib/vocabulary.ts';
import { instant, user } from './tables.ts';

// Operators. The same rules as for tables.ts.

/** better-auth's, under its own column names. */
export const twoFactor = pgTable(
  'two_factor',
  {
    id: text('id').primaryKey(),
    /** Sealed by better-auth, as are the recovery codes. */
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** False until the first right code confirms it. */
    verified: boolean('verified').notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
  },
  (table) => [index('two_factor_user').on(table.userId)],
);

/** A bearer link to an operator account. Deleted when used or withdrawn. */
export const operatorInvitation = pgTable('operator_invitation', {
  /** Becomes the operator's id, which connects their audit entries. */
  id: uuid('id').primaryKey(),
  /** A keyed hash: the link itself was shown once. */
  tokenHash: text('token_hash').notNull().unique(),
  email: text('email').notNull().unique(),
  role: text('role', { enum: operatorRoles }).notNull(),
  invitedBy: text('invited_by').notNull(),
  invitedAt: instant('invited_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/** A bearer link to a new password of one operator. Deleted when used, replaced or over. */
export const operatorPasswordReset = pgTable('operator_password_reset', {
  /** One for each operator: a new link replaces the one before. */
  operatorId: text('operator_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  /** A keyed hash: the link itself was shown once. */
  tokenHash: text('token_hash').notNull().unique(),
  /** Null for the command, which needs the database and so no admin. */
  madeBy: text('made_by'),
  madeAt: instant('made_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});
