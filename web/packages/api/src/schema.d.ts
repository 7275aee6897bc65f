import type { Minor } from '@qiao/i18n';

/* Made by scripts/api.mjs from docs/reference/openapi.json. */

export interface paths {
    "/v1/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moved, newest first, with the totals of each day */
        get: operations["wallet_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A receipt */
        get: operations["wallet_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up an authenticator app; its secret is told only this once */
        post: operations["authenticator_begin"];
        /** Remove the authenticator app; ends one's other sessions */
        delete: operations["authenticator_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authenticator/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the first code; answers recovery codes, told only this once, and ends one's other sessions */
        post: operations["authenticator_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authenticator/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make other recovery codes, told only this once; the old ones are void */
        post: operations["authenticator_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's events, live; Last-Event-ID resumes */
        get: operations["event_listen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what one signs in and confirms */
        get: operations["authenticator_factors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freeze-links/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Freeze the wallet of whoever this link was sent to; tells nothing of them */
        post: operations["freeze_byLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Movements that wait for one's second word, and those that did lately */
        get: operations["held_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-movements/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It was me: the movement goes on */
        post: operations["held_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-movements/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to say that it was oneself: takes more than a PIN */
        post: operations["held_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-movements/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It was not me: freezes the wallet and ends one's other sessions */
        post: operations["held_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is invited */
        get: operations["invitation_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation */
        post: operations["invitation_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My tier, what is used of each of its limits, and what the others allow */
        get: operations["limit_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/limits/time-zone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say where my days begin; it counts when the open windows have ended */
        put: operations["limit_move"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/linked-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bank accounts that the person has linked */
        get: operations["linkedAccount_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one's name or language */
        patch: operations["me_change"];
        trace?: never;
    };
    "/v1/me/check-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what one's wallet is opened, and what happened to that lately */
        get: operations["checkUp_look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of the code by which a person receives */
        get: operations["payee_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one was asked to agree to, and what one said */
        get: operations["consent_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree to something, or withdraw that */
        put: operations["consent_say"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one is reached by, and what is about to change who opens the wallet */
        get: operations["contact_contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an email that a code was sent to; ends one's other sessions */
        post: operations["contact_addEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/emails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an email; ends one's other sessions */
        delete: operations["contact_removeEmail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would stand in the way of being erased, and what would be kept */
        get: operations["privacy_outlook"];
        put?: never;
        /** Be erased: at once, and for ever */
        post: operations["privacy_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that is held about oneself, to take along */
        post: operations["privacy_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's phone number: at once, or after a waiting time */
        post: operations["contact_changePhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set or change one's payment PIN */
        put: operations["me_setPin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/recoveries/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop whatever is about to change who opens this wallet */
        post: operations["contact_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop, its stores and its balance */
        get: operations["merchant_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop's tier, what is used of its limits, and what the others allow */
        get: operations["limit_ofShop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments and refunds as one list, newest first */
        get: operations["merchantPayment_list"];
        put?: never;
        /** Ask for an amount: the answer carries a code that can be paid for five minutes */
        post: operations["merchantPayment_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment, with its refunds */
        get: operations["merchantPayment_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/payments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw the code of a payment that waits */
        post: operations["merchantPayment_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/payments/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give money back, in part or whole; cashiers within their limit of the day */
        post: operations["merchantPayment_refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works here */
        get: operations["staff_list"];
        put?: never;
        /** Invite someone to work here */
        post: operations["staff_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change what somebody may do here; a new role makes them sign in again */
        put: operations["staff_change"];
        post?: never;
        /** End somebody's work here: they are signed out at once */
        delete: operations["staff_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/staff/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody who cannot sign in choose a password anew; told the path once */
        post: operations["staff_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/stores/{id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The code for a store's counter */
        get: operations["merchant_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The day so far, beside the same weekday last week */
        get: operations["merchant_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop's latest request to be verified, and what it still needs */
        get: operations["businessVerification_get"];
        /** Begin to be verified for a tier, or aim at another one, for the shop */
        put: operations["businessVerification_aim"];
        post?: never;
        /** Take the open request back, with its documents, for the shop */
        delete: operations["businessVerification_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/verification/documents/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a document to the open request: one of each kind, the file as it is, for the shop */
        put: operations["businessVerification_put"];
        post?: never;
        /** Take a document back from the open request, for the shop */
        delete: operations["businessVerification_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merchant/verification/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the open request in, for the shop */
        post: operations["businessVerification_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/one-time-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a one-time code */
        post: operations["signUp_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/one-time-codes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a code has left, and by which other channels it could */
        get: operations["signUp_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/accounts/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person's or merchant's account, and whether it is frozen; the look is recorded */
        get: operations["account_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/accounts/{party}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Freeze an account's debit or credit side, at once */
        post: operations["account_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/accounts/{party}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose to free an account's debit or credit side */
        post: operations["account_unfreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit trail, newest first; everything that is asked for has to fit */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/bank-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Top-ups and withdrawals in one state, newest first */
        get: operations["movement_bankMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channels, with what passed through each today */
        get: operations["overview_channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/channels/{id}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a channel further at once, or propose to open it */
        post: operations["channelSwitch_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/factor-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role must show to sign in */
        get: operations["factorPolicy_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/factor-policy/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose what a role must show to sign in */
        post: operations["factorPolicy_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/ledger-audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the ledger's self-audit is, and what it has found */
        get: operations["ledgerAudit_standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/locks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is locked out, the latest first */
        get: operations["lock_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/locks/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lock somebody out, at once and everywhere */
        put: operations["lock_lock"];
        post?: never;
        /** Let somebody in again who was locked out */
        delete: operations["lock_unlock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/locks/{party}/ways-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what somebody comes in, and what of it is locked; the look is recorded */
        get: operations["wayIn_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/locks/{party}/ways-in/{way}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock a device or a credential of somebody's, at once and everywhere */
        post: operations["wayIn_lock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/locks/{party}/ways-in/{way}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock a device or a credential of somebody's */
        post: operations["wayIn_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/merchants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The merchants, newest first, with what each took today */
        get: operations["merchants_list"];
        put?: never;
        /** Open a merchant and invite its owner, who is told the path once */
        post: operations["merchants_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/merchants/{id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A business's tier, and what is used of its limits */
        get: operations["review_limitsOfBusiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/merchants/{id}/limits/{limit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lower a limit of one business at once, or propose to raise it, until a day */
        post: operations["individualLimit_setOfBusiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/merchants/{id}/limits/{limit}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the tier's limit hold again for a business: at once where that is less */
        post: operations["individualLimit_endOfBusiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/merchants/{id}/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who owns a merchant's shop; the look is recorded */
        get: operations["owner_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/merchants/{id}/owners/{owner}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new link for an owner who has not come yet; the path is told once */
        post: operations["owner_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/merchants/{id}/owners/{owner}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that an owner who cannot sign in is invited anew */
        post: operations["owner_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/merchants/{id}/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a business into a lower tier */
        post: operations["review_lowerBusiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who runs the platform */
        get: operations["operator_list"];
        put?: never;
        /** Invite an operator, as one of support or risk; the path is told once */
        post: operations["operator_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/operators/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an operator out, at once, everywhere and for ever */
        post: operations["operator_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/operators/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new link for who has not come yet; the path is told once */
        post: operations["operatorAccess_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/operators/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that an operator who cannot sign in is invited anew */
        post: operations["operatorAccess_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/operators/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an operator another role: at once, or by a proposal where it takes two */
        post: operations["operator_changeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The platform's day so far */
        get: operations["overview_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, refunds, transfers, top-ups and withdrawals, newest first; q is an id, a receipt number, or a piece of a merchant's name or an order reference */
        get: operations["movement_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One movement with its postings and its trail; that it was looked at is recorded */
        get: operations["movement_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/people/{id}/disclosure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See who somebody is; the reason is written in the audit trail */
        post: operations["people_disclose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/people/{id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody's tier, and what is used of its limits */
        get: operations["review_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/people/{id}/limits/{limit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lower a limit of one person at once, or propose to raise it, until a day */
        post: operations["individualLimit_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/people/{id}/limits/{limit}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the tier's limit hold again: at once where that is less */
        post: operations["individualLimit_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/people/{id}/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put somebody into a lower tier */
        post: operations["review_lower"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find people by phone, by words of their name, or by id; masked */
        post: operations["people_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a second operator, and what became of it, newest first */
        get: operations["proposal_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal: what is, what would be, and why */
        get: operations["proposal_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/proposals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to what another proposed: it is carried out with that */
        post: operations["proposal_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/proposals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse what another proposed */
        post: operations["proposal_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/proposals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what one has proposed oneself */
        post: operations["proposal_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who wants a wallet opened again; masked, the oldest first */
        get: operations["recoveryReview_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/recoveries/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether it is its person; what was checked is written in the audit trail */
        post: operations["recoveryReview_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/verification-documents/{id}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See a document; the look and its reason are written in the audit trail */
        post: operations["review_look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests of people and businesses to be verified, newest first */
        get: operations["review_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/verifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request to be verified; whose it is shows to whoever takes it up */
        get: operations["review_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/verifications/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a request that was taken up: a tier, more documents, or a refusal */
        post: operations["review_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/verifications/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request up; who is seen then is written in the audit trail */
        post: operations["review_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/passkey-challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to sign in with a passkey: the same for everybody */
        post: operations["passkey_beginSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's passkeys, in the order they were made */
        get: operations["passkey_list"];
        put?: never;
        /** Add a passkey; ends one's other sessions */
        post: operations["passkey_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey; ends one's other sessions */
        delete: operations["passkey_remove"];
        options?: never;
        head?: never;
        /** Call a passkey something else */
        patch: operations["passkey_rename"];
        trace?: never;
    };
    "/v1/passkeys/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add a passkey */
        post: operations["passkey_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set or change one's password; ends one's other sessions */
        put: operations["password_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look a person up by phone number; the name is masked */
        post: operations["payee_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payees/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people a person has sent money to, the last first */
        get: operations["payee_recent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to pay a shop by the code on its counter */
        post: operations["payment_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payment, as its payer sees it */
        get: operations["payment_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call off a payment that waits */
        post: operations["payment_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a payment by PIN or passkey; it is paid when the answer is 200, and waits for the payer's second word when it is 202 */
        post: operations["payment_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to confirm a payment: what is bound to its amount and payee, once */
        post: operations["payment_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up */
        post: operations["signUp_signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What anybody may know about this installation */
        get: operations["platform_platform"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/qr-codes/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a scanned code means */
        post: operations["payee_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a wallet to be opened again: the same for everybody */
        post: operations["recovery_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recoveries/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a recovery by the link that its person was sent */
        post: operations["recovery_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recoveries/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the wallet again; all that opened it before is void */
        post: operations["recovery_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recoveries/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How far a wish to have a wallet opened again has come */
        post: operations["recovery_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a demo would have sent, newest first */
        get: operations["sandbox_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["session_session"];
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["session_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what one can show again that it is oneself */
        get: operations["proof_methods"];
        put?: never;
        /** Show again that it is oneself; good for ten minutes */
        post: operations["proof_prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/proof/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to show it with a passkey */
        post: operations["proof_challenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
        get: operations["session_list"];
        put?: never;
        /** Sign in */
        post: operations["session_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out elsewhere */
        delete: operations["session_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring money from a linked account to the wallet */
        post: operations["bankMove_topUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/top-ups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A top-up */
        get: operations["bankMove_findTopUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a transfer to somebody who was looked up */
        post: operations["transfer_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A transfer, as its payer sees it */
        get: operations["transfer_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a transfer by PIN or passkey; it has arrived when the answer is 200, and waits for the payer's second word when it is 202 */
        post: operations["transfer_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to confirm a transfer: what is bound to its amount and payee, once */
        post: operations["transfer_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My latest request to be verified, and what it still needs */
        get: operations["verification_get"];
        /** Begin to be verified for a tier, or aim at another one */
        put: operations["verification_aim"];
        post?: never;
        /** Take the open request back, with its documents */
        delete: operations["verification_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verification/documents/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a document to the open request: one of each kind, the file as it is */
        put: operations["verification_put"];
        post?: never;
        /** Take a document back from the open request */
        delete: operations["verification_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verification/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the open request in */
        post: operations["verification_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person has, and what came and went today */
        get: operations["wallet_wallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallet/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether one's wallet is frozen */
        get: operations["freeze_get"];
        /** Freeze one's wallet: nothing leaves it any more when this is answered */
        put: operations["freeze_freeze"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallet/freeze/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to end the freeze of one's wallet: takes more than a PIN */
        post: operations["freeze_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallet/freeze/thaw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the freeze of one's wallet: at once, or after a day where somebody else may have come in */
        post: operations["freeze_thaw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring money from the wallet to a linked account */
        post: operations["bankMove_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A withdrawal */
        get: operations["bankMove_findWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to confirm a withdrawal: what is bound to its amount and account, once */
        post: operations["bankMove_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessReset: {
            /**
             * @description What they cannot show any more
             * @enum {string|null}
             */
            lost?: "password" | "everything" | null;
        };
        AccountStanding: {
            balance: components["schemas"]["Money"];
            credit_frozen: boolean;
            debit_frozen: boolean;
            frozen_by_person: boolean;
            name: string;
            name_en: string | null;
            party: string;
        };
        AccountView: {
            balance_after: components["schemas"]["Money"];
            kind: string;
            name: string;
            /** Format: int64 */
            number: number;
            /** Format: int64 */
            sequence: number;
        };
        Activities: {
            days: components["schemas"]["DayTotal"][];
            items: components["schemas"]["Activity"][];
            month: components["schemas"]["MonthTotal"] | null;
            next_cursor: string | null;
        };
        Activity: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            channel: components["schemas"]["Names"];
            counterparty: components["schemas"]["Counterparty"];
            /** @enum {string} */
            direction: "in" | "out";
            id: string;
            /** @enum {string} */
            kind: "payment" | "refund" | "transfer" | "top_up" | "withdrawal";
            note: string | null;
            reason: string | null;
            refunded: components["schemas"]["Money"] | null;
            /** @enum {string} */
            scene: "app" | "web" | "qr_static" | "qr_dynamic" | "pay_code" | "link" | "device" | "agent" | "api";
            /** @enum {string} */
            state: "pending" | "unknown" | "succeeded" | "failed" | "cancelled";
        };
        ActivityDetail: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            balance_after: components["schemas"]["Money"] | null;
            bank: components["schemas"]["BankLine"] | null;
            channel: components["schemas"]["Names"];
            counterparty: components["schemas"]["Counterparty"];
            /** Format: date-time */
            deadline: string | null;
            /** @enum {string} */
            direction: "in" | "out";
            /** Format: date-time */
            finished_at: string | null;
            id: string;
            /** @enum {string} */
            kind: "payment" | "refund" | "transfer" | "top_up" | "withdrawal";
            note: string | null;
            order_reference: string | null;
            payment_id: string | null;
            reason: string | null;
            receipt_number: string;
            refunded: components["schemas"]["Money"] | null;
            refunds: components["schemas"]["RefundLine"][];
            /** @enum {string} */
            scene: "app" | "web" | "qr_static" | "qr_dynamic" | "pay_code" | "link" | "device" | "agent" | "api";
            /** @enum {string} */
            state: "pending" | "unknown" | "succeeded" | "failed" | "cancelled";
            store: components["schemas"]["Names"] | null;
        };
        Attempt: {
            /** Format: date-time */
            at: string;
            posting_id: string;
            reason: string | null;
            state: string;
        };
        AuditEntry: {
            act: string;
            actor: string;
            actor_id: string | null;
            /** @enum {string} */
            actor_kind: "person" | "staff" | "operator" | "system" | "link";
            address: string | null;
            /** Format: date-time */
            at: string;
            channel: string | null;
            id: string;
            object: string;
            outcome: string;
            reason: string | null;
        };
        AuditEntryPage: {
            items: components["schemas"]["AuditEntry"][];
            next_cursor: string | null;
        };
        AuthenticatorCode: {
            code?: string | null;
        };
        AuthenticatorSecret: {
            secret: string;
            uri: string;
        };
        BalanceCeiling: {
            cap: components["schemas"]["Money"];
            holds: components["schemas"]["Money"];
        };
        BankLine: {
            name: string;
            name_en: string | null;
            tail: string;
        };
        BankMove: {
            account: components["schemas"]["LinkedAccount"];
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            deadline: string;
            /** Format: date-time */
            finished_at: string | null;
            id: string;
            reason: string | null;
            receipt_number: string;
            /** @enum {string} */
            state: "processing" | "unknown" | "succeeded" | "failed";
        };
        BankNames: {
            name: string;
            name_en: string;
        };
        Cap: {
            amount: components["schemas"]["Money"];
            article: string | null;
            article_en: string | null;
            counts: ("payment" | "transfer" | "top_up" | "withdrawal" | "sale")[] | null;
            /** Format: date */
            date: string | null;
            limit: string | null;
            source: string;
            source_en: string;
            /** @enum {string|null} */
            window: "payment" | "day" | "month" | "year" | "rolling_year" | "life" | null;
        };
        ChangeOutcome: {
            proposal_id: string | null;
            /** @enum {string} */
            state: "done" | "proposed";
        };
        ChannelFigures: {
            /** Format: int64 */
            count: number;
            hours: number[];
            id: string;
            /** @enum {string} */
            kind: "first_party" | "social" | "ecommerce" | "offline" | "device" | "agent" | "bank" | "cross_border" | "finance";
            /** @enum {string} */
            level: "open" | "limited" | "refunds_only" | "stopped";
            name: string;
            name_en: string;
            scene: ("app" | "web" | "qr_static" | "qr_dynamic" | "pay_code" | "link" | "device" | "agent" | "api")[];
            /** @enum {string} */
            state: "draft" | "submitted" | "approved" | "live" | "suspended" | "closed";
            /** Format: int32 */
            success_rate_bp: number;
            total: components["schemas"]["Money"];
        };
        ChannelList: {
            items: components["schemas"]["ChannelFigures"][];
        };
        ChannelSwitch: {
            /** @enum {string|null} */
            level?: "open" | "limited" | "refunds_only" | "stopped" | null;
            reason?: string | null;
        };
        CheckUp: {
            /** Format: date-time */
            authenticator_since: string | null;
            contacts: components["schemas"]["KnownContact"][];
            /** Format: int32 */
            devices: number;
            events: components["schemas"]["SecurityEvent"][];
            has_password: boolean;
            has_pin: boolean;
            /** Format: int32 */
            passkeys: number;
            /** Format: date-time */
            password_changed_at: string | null;
            password_stands_alone: boolean;
            /** Format: date-time */
            pin_changed_at: string | null;
            /** Format: int32 */
            recovery_codes_left: number;
            /** Format: int32 */
            sessions: number;
        };
        CodeDelivery: {
            other_channels: string[];
            /** @enum {string} */
            state: "waiting" | "sending" | "sent" | "failed" | "unknown";
        };
        CodeRequest: {
            email?: string | null;
            phone?: string | null;
            /** @enum {string|null} */
            purpose?: "sign_up" | "sign_in" | "reset_pin" | "add_contact" | "change_phone" | "confirm" | "recover" | null;
            /** @enum {string|null} */
            to?: "phone" | "email" | null;
            via?: string | null;
        };
        CodeSent: {
            code_id: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            resend_at: string;
            sent_to: string;
        };
        Confirm: {
            amount: components["schemas"]["Money"];
            code?: string | null;
            code_id?: string | null;
            confirmation_id?: string | null;
            passkey?: components["schemas"]["PasskeyAssertion"] | null;
            pin?: string | null;
        };
        Confirmation: {
            amount: components["schemas"]["Money"];
            cautions: ("new_payee" | "unusual_amount")[];
            /** Format: date-time */
            expires_at: string;
            id: string;
            methods: ("pin" | "passkey" | "pin_and_totp" | "pin_and_code")[];
            passkey: components["schemas"]["PasskeyRequest"] | null;
            /** Format: date-time */
            payee_since: string | null;
        };
        Consent: {
            given: boolean;
            purpose: string;
            required: boolean;
            /** Format: date-time */
            said_at: string | null;
            said_version: string | null;
            text: string;
            text_en: string;
            version: string;
        };
        Consents: {
            items: components["schemas"]["Consent"][];
        };
        ConsentWord: {
            given: boolean;
            /** @enum {string|null} */
            language?: "zh-CN" | "en" | null;
            version?: string | null;
        };
        Contacts: {
            emails: components["schemas"]["Email"][];
            /** @description What is about to change who can open this wallet */
            open: components["schemas"]["OpenRecovery"][];
            phone_lost: boolean;
            /** @description Empty for who has none */
            phone_masked: string;
        };
        Counterparty: {
            /** @enum {string|null} */
            category: "food" | "cafe" | "grocery" | "transport" | "shopping" | "living" | "leisure" | null;
            /** @enum {string} */
            kind: "merchant" | "person" | "bank";
            name: string;
            name_en: string | null;
        };
        DayTotal: {
            /** Format: date */
            date: string;
            in: components["schemas"]["Money"];
            out: components["schemas"]["Money"];
        };
        Decision: {
            reason?: string | null;
        };
        DemoLogin: {
            /** @enum {string} */
            app: "wallet" | "merchant" | "console";
            code: string | null;
            label: string;
            label_en: string;
            login: string;
            password: string;
            pin: string | null;
        };
        Disclosure: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            erased_at: string | null;
            id: string;
            name: string;
            phone: string;
        };
        DisclosureRequest: {
            /** @enum {string|null} */
            reason?: "support_request" | "dispute" | "risk_review" | "legal_request" | null;
            reference?: string | null;
        };
        DocumentLook: {
            /** @enum {string|null} */
            reason?: "verification_review" | "dispute" | "risk_review" | "legal_request" | null;
            reference?: string | null;
        };
        Email: {
            /** Format: date-time */
            added_at: string;
            id: string;
            masked: string;
        };
        EmailAddition: {
            code?: string | null;
            code_id?: string | null;
        };
        Erased: {
            /** Format: date-time */
            erased_at: string;
            kept: components["schemas"]["KeptData"][];
        };
        ErasureOutlook: {
            kept: components["schemas"]["KeptData"][];
            obstacle: string | null;
        };
        EventBody: {
            amount: components["schemas"]["Money"] | null;
            /** Format: date-time */
            at: string;
            id: string;
            state: string | null;
            type: string;
        };
        FactorRule: {
            fixed: boolean;
            /** @enum {string} */
            role: "person" | "owner" | "manager" | "cashier" | "administrator" | "support" | "risk" | "finance" | "compliance";
            /** @enum {string} */
            second_factor: "if_enrolled" | "on_new_device" | "required";
        };
        FactorRuleChange: {
            reason?: string | null;
            /**
             * @description on_new_device is for people only
             * @enum {string|null}
             */
            second_factor?: "if_enrolled" | "on_new_device" | "required" | null;
        };
        FactorRules: {
            items: components["schemas"]["FactorRule"][];
        };
        Factors: {
            /** Format: date-time */
            authenticator_since: string | null;
            locked: ("device" | "passkey" | "password" | "pin" | "authenticator")[];
            /** Format: int32 */
            passkeys: number;
            password: boolean;
            /** Format: int32 */
            password_minimum: number;
            pin: boolean;
            /** Format: int32 */
            recovery_codes_left: number;
            second_factor_required: boolean;
        };
        FeedEntry: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            channel: components["schemas"]["Names"];
            id: string;
            /** @enum {string} */
            kind: "payment" | "refund" | "transfer" | "top_up" | "withdrawal";
            /** @enum {string} */
            scene: "app" | "web" | "qr_static" | "qr_dynamic" | "pay_code" | "link" | "device" | "agent" | "api";
            state: string;
        };
        Freeze: {
            by_operator: boolean;
            frozen: boolean;
            /** Format: date-time */
            frozen_at: string | null;
            /** Format: date-time */
            thaws_at: string | null;
        };
        FreezeLink: {
            token?: string | null;
        };
        FreezeRequest: {
            reason?: string | null;
            /** @enum {string|null} */
            side?: "debit" | "credit" | null;
        };
        HeldMovement: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            answerable_from: string | null;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            deadline: string;
            /** Format: date-time */
            ended_at: string | null;
            id: string;
            payee: components["schemas"]["Names"];
            reasons: string[];
            /** @enum {string} */
            state: "open" | "released" | "refused" | "expired";
            thing: string;
        };
        HeldMovements: {
            items: components["schemas"]["HeldMovement"][];
        };
        IndividualLimit: {
            raises: boolean;
            /** Format: date */
            until: string;
            usual: components["schemas"]["Money"] | null;
        };
        IndividualLimitChange: {
            cap?: components["schemas"]["Money"] | null;
            reason?: string | null;
            /** Format: date */
            until?: string | null;
        };
        IndividualLimitEnd: {
            reason?: string | null;
        };
        Invitation: {
            /** @enum {string} */
            kind: "staff" | "operator";
            merchant: components["schemas"]["Names"] | null;
            name: string;
        };
        InvitationAcceptance: {
            login?: string | null;
            password?: string | null;
            token?: string | null;
        };
        KeptData: {
            law: string;
            law_en: string;
            source: string;
            /** Format: date-time */
            until: string;
            /** @enum {string} */
            what: "identity" | "transactions";
        };
        KnownContact: {
            current: boolean;
            /** @enum {string} */
            kind: "phone" | "email";
            masked: string;
            settled: boolean;
        };
        LastWeek: {
            net: components["schemas"]["Money"];
        };
        LedgerAudit: {
            differences: components["schemas"]["LedgerAuditDifference"][];
            /** Format: int64 */
            open: number;
            recent: components["schemas"]["LedgerAuditPass"] | null;
            under_way: components["schemas"]["LedgerAuditPass"] | null;
            whole: components["schemas"]["LedgerAuditPass"] | null;
        };
        LedgerAuditDifference: {
            /** Format: int64 */
            actual: number;
            /** Format: int64 */
            expected: number;
            figure: string;
            /** Format: date-time */
            found_at: string;
            /** Format: date-time */
            seen_at: string;
            subject: string;
        };
        LedgerAuditPass: {
            /** Format: int64 */
            accounts: number;
            /** Format: int64 */
            allowances: number;
            /** Format: date-time */
            begun_at: string;
            /** Format: int64 */
            changes: number;
            /** Format: int64 */
            differences: number;
            /** Format: date-time */
            ended_at: string | null;
            /** Format: int64 */
            holds: number;
            /** Format: int64 */
            postings: number;
        };
        LegView: {
            amount: components["schemas"]["Money"];
            credit: components["schemas"]["AccountView"];
            debit: components["schemas"]["AccountView"];
        };
        Limits: {
            ceiling: components["schemas"]["BalanceCeiling"] | null;
            limits: components["schemas"]["LimitStanding"][];
            pack: components["schemas"]["PackName"];
            tier: components["schemas"]["TierName"];
            /** Format: date-time */
            tier_expires_at: string | null;
            tiers: components["schemas"]["Tier"][];
            time_zone: string;
        };
        LimitStanding: {
            cap: components["schemas"]["Money"] | null;
            counts: ("payment" | "transfer" | "top_up" | "withdrawal" | "sale")[];
            id: string;
            left: components["schemas"]["Money"] | null;
            own: components["schemas"]["IndividualLimit"] | null;
            /** Format: date-time */
            resets_at: string | null;
            statutory: boolean;
            used: components["schemas"]["Money"];
            /** @enum {string} */
            window: "payment" | "day" | "month" | "year" | "rolling_year" | "life";
        };
        LinkedAccount: {
            bank: components["schemas"]["BankNames"];
            /** @enum {string|null} */
            behaviour: "succeeds" | "declines" | "answers_late" | "answers_twice" | "silent" | null;
            id: string;
            tail: string;
        };
        LinkedAccounts: {
            items: components["schemas"]["LinkedAccount"][];
        };
        Lock: {
            reason?: string | null;
        };
        LockedDevice: {
            device: string;
            id: string;
            /** Format: date-time */
            locked_at: string;
        };
        LockLine: {
            /** Format: date-time */
            locked_at: string;
            locked_by: string;
            name: string;
            party: string;
            reason: string;
        };
        LockLines: {
            items: components["schemas"]["LockLine"][];
        };
        Merchant: {
            balance: components["schemas"]["Money"] | null;
            /** @enum {string} */
            category: "food" | "cafe" | "grocery" | "transport" | "shopping" | "living" | "leisure";
            currency: string;
            id: string;
            name: string;
            name_en: string | null;
            stores: components["schemas"]["Store"][];
        };
        MerchantCreated: {
            invitation_path: string | null;
            merchant: components["schemas"]["MerchantSummary"];
        };
        MerchantEntry: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            by: string | null;
            channel: components["schemas"]["Names"];
            id: string;
            /** @enum {string} */
            kind: "payment" | "refund";
            new_customer: boolean;
            /** @example 8000 */
            payer: string;
            payment_id: string;
            reason: string | null;
            refunded: components["schemas"]["Money"] | null;
            /** @enum {string} */
            scene: "app" | "web" | "qr_static" | "qr_dynamic" | "pay_code" | "link" | "device" | "agent" | "api";
            /** @enum {string} */
            state: "requires_confirmation" | "processing" | "succeeded" | "failed" | "cancelled" | "expired" | "unknown";
            store: components["schemas"]["Names"];
        };
        MerchantEntryPage: {
            items: components["schemas"]["MerchantEntry"][];
            next_cursor: string | null;
        };
        MerchantHour: {
            /** Format: int64 */
            amount: number;
            /** Format: int32 */
            hour: number;
            /** Format: int64 */
            last_week: number;
        };
        MerchantPaymentDetail: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            by: string | null;
            channel: components["schemas"]["Names"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            id: string;
            /** @enum {string} */
            kind: "payment" | "refund";
            new_customer: boolean;
            note: string | null;
            order_reference: string | null;
            /** @example 8000 */
            payer: string;
            payment_id: string;
            qr: string | null;
            reason: string | null;
            receipt_number: string;
            refundable: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"] | null;
            refunds: components["schemas"]["MerchantRefund"][];
            /** @enum {string} */
            scene: "app" | "web" | "qr_static" | "qr_dynamic" | "pay_code" | "link" | "device" | "agent" | "api";
            /** @enum {string} */
            state: "requires_confirmation" | "processing" | "succeeded" | "failed" | "cancelled" | "expired" | "unknown";
            store: components["schemas"]["Names"];
        };
        MerchantRefund: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            by: string;
            id: string;
            reason: string | null;
        };
        MerchantSource: {
            channel: components["schemas"]["Names"];
            /** Format: int64 */
            count: number;
            /** @enum {string} */
            scene: "app" | "web" | "qr_static" | "qr_dynamic" | "pay_code" | "link" | "device" | "agent" | "api";
            total: components["schemas"]["Money"];
        };
        MerchantSummary: {
            /** @enum {string} */
            category: "food" | "cafe" | "grocery" | "transport" | "shopping" | "living" | "leisure";
            /** Format: date-time */
            created_at: string;
            id: string;
            name: string;
            name_en: string | null;
            state: string;
            /** Format: int32 */
            stores: number;
            today: components["schemas"]["Takings"];
        };
        MerchantSummaryPage: {
            items: components["schemas"]["MerchantSummary"][];
            next_cursor: string | null;
        };
        MerchantToday: {
            /** Format: date-time */
            as_of: string;
            average: components["schemas"]["Money"];
            /** Format: int64 */
            count: number;
            /** Format: date */
            date: string;
            hours: components["schemas"]["MerchantHour"][];
            last_week: components["schemas"]["LastWeek"];
            net: components["schemas"]["Money"];
            refunds: components["schemas"]["RefundSum"];
            sources: components["schemas"]["MerchantSource"][];
        };
        Money: {
            /**
             * Format: int64
             * @description Whole minor units, at most 2^53 − 1
             */
            amount: Minor;
            /** @example CNY */
            currency: string;
        };
        MonthTotal: {
            in: components["schemas"]["Money"];
            month: string;
            out: components["schemas"]["Money"];
        };
        Names: {
            name: string;
            name_en: string | null;
        };
        NewMerchant: {
            /** @enum {string} */
            category: "food" | "cafe" | "grocery" | "transport" | "shopping" | "living" | "leisure";
            name: string;
            name_en?: string | null;
            owner_login: string;
            owner_name: string;
            store_name: string;
            store_name_en?: string | null;
        };
        NewMerchantPayment: {
            amount: components["schemas"]["Money"];
            note?: string | null;
            order_reference?: string | null;
            store_id: string;
        };
        NewPayment: {
            amount: components["schemas"]["Money"];
            note?: string | null;
            qr: string;
        };
        NewRefund: {
            amount: components["schemas"]["Money"];
            reason?: string | null;
        };
        NewTransfer: {
            amount: components["schemas"]["Money"];
            note?: string | null;
            payee_id: string;
        };
        /** @description What is about to change who can open this wallet */
        OpenRecovery: {
            /** Format: date-time */
            applied_at: string;
            /** @description The number that waits; masked */
            contact_masked: string | null;
            /** Format: date-time */
            due_at: string;
            /** @enum {string} */
            kind: "lost_everything" | "change_phone";
            /** @enum {string} */
            state: "waiting" | "approved" | "completed" | "refused" | "cancelled" | "expired";
        };
        OperationsPayment: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            channel: components["schemas"]["Names"];
            id: string;
            /** @enum {string} */
            kind: "payment" | "refund" | "transfer" | "top_up" | "withdrawal";
            payee: string;
            payee_en: string | null;
            payer: string;
            receipt_number: string;
            /** @enum {string} */
            scene: "app" | "web" | "qr_static" | "qr_dynamic" | "pay_code" | "link" | "device" | "agent" | "api";
            state: string;
        };
        OperationsPaymentDetail: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            attempts: components["schemas"]["Attempt"][];
            channel: components["schemas"]["Names"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            id: string;
            /** @enum {string} */
            kind: "payment" | "refund" | "transfer" | "top_up" | "withdrawal";
            note: string | null;
            order_reference: string | null;
            payee: string;
            payee_en: string | null;
            payer: string;
            postings: components["schemas"]["PostingView"][];
            reason: string | null;
            receipt_number: string;
            refunds: components["schemas"]["OperationsRefund"][];
            /** @enum {string} */
            scene: "app" | "web" | "qr_static" | "qr_dynamic" | "pay_code" | "link" | "device" | "agent" | "api";
            state: string;
            trail: components["schemas"]["AuditEntry"][];
        };
        OperationsPaymentPage: {
            items: components["schemas"]["OperationsPayment"][];
            next_cursor: string | null;
        };
        OperationsRefund: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            by: string;
            id: string;
            reason: string | null;
        };
        Operator: {
            id: string;
            login: string;
            name: string;
            permissions: ("overview.read" | "channels.read" | "channels.switch" | "movements.read" | "bank_moves.read" | "books.read" | "merchants.read" | "merchants.open" | "owners.reset" | "people.search" | "people.disclose" | "people.disclose_retained" | "people.verify" | "merchants.verify" | "limits.change" | "recoveries.review" | "locks.read" | "locks.place" | "locks.lift" | "accounts.read" | "accounts.freeze" | "factor_policy.read" | "factor_policy.change" | "operators.read" | "operators.manage" | "proposals.read" | "proposals.decide" | "audit.read")[];
            /** @enum {string} */
            role: "administrator" | "support" | "risk" | "finance" | "compliance";
        };
        OperatorClosing: {
            reason?: string | null;
        };
        OperatorInvitation: {
            login?: string | null;
            name?: string | null;
            /** @enum {string|null} */
            role?: "support" | "risk" | null;
        };
        OperatorInvited: {
            invitation_path: string | null;
            operator: components["schemas"]["OperatorLine"];
        };
        OperatorLine: {
            id: string;
            login: string;
            name: string;
            /** @enum {string} */
            role: "administrator" | "support" | "risk" | "finance" | "compliance";
            /** @enum {string} */
            state: "invited" | "active" | "closed";
        };
        OperatorLines: {
            items: components["schemas"]["OperatorLine"][];
        };
        OperatorReset: {
            /**
             * @description What they cannot show any more
             * @enum {string|null}
             */
            lost?: "password" | "everything" | null;
            reason?: string | null;
        };
        Overview: {
            /** Format: date-time */
            as_of: string;
            channels: components["schemas"]["ChannelFigures"][];
            /** Format: int64 */
            count: number;
            /** Format: date */
            date: string;
            hours: components["schemas"]["OverviewHour"][];
            latest: components["schemas"]["FeedEntry"][];
            /** Format: date-time */
            ledger_checked_at: string;
            ledger_difference: components["schemas"]["Money"];
            /** Format: int64 */
            merchants: number;
            /** Format: int64 */
            people: number;
            refunds: components["schemas"]["RefundTotal"];
            /** Format: int64 */
            refused: number;
            /** Format: int32 */
            success_rate_bp: number;
            /** Format: int64 */
            unknown: number;
            volume: components["schemas"]["Money"];
        };
        OverviewHour: {
            /** Format: int64 */
            amount: number;
            /** Format: int64 */
            count: number;
            /** Format: int32 */
            hour: number;
            /** Format: int64 */
            last_week_amount: number;
            /** Format: int64 */
            last_week_count: number;
        };
        OwnCode: {
            payload: string;
        };
        Owner: {
            id: string;
            /** @description Has a link to open, and cannot sign in before */
            invited: boolean;
            name: string;
        };
        OwnerInvited: {
            invitation_path: string | null;
            owner: components["schemas"]["Owner"];
        };
        OwnerReset: {
            /**
             * @description What they cannot show any more
             * @enum {string|null}
             */
            lost?: "password" | "everything" | null;
            reason?: string | null;
        };
        Owners: {
            items: components["schemas"]["Owner"][];
        };
        PackName: {
            jurisdiction: string;
            name: string;
            name_en: string;
            /** Format: date */
            next_from: string | null;
            status: string;
            /** Format: date */
            valid_from: string;
        };
        Passkey: {
            backed_up: boolean;
            /** Format: date-time */
            created_at: string;
            id: string;
            /**
             * Format: date-time
             * @description Since when the platform has it locked
             */
            locked_at: string | null;
            name: string;
            /** Format: date-time */
            used_at: string | null;
        };
        PasskeyAssertion: {
            authenticator_data: string | null;
            challenge_id: string | null;
            client_data: string | null;
            credential_id: string | null;
            signature: string | null;
            user_handle: string | null;
        };
        PasskeyAttestation: {
            attestation_object?: string | null;
            challenge_id?: string | null;
            client_data?: string | null;
            credential_id?: string | null;
            name?: string | null;
            transports?: string[] | null;
        };
        PasskeyChange: {
            name?: string | null;
        };
        PasskeyCreation: {
            algorithms: number[];
            challenge: string;
            challenge_id: string;
            exclude: components["schemas"]["PasskeyDescriptor"][];
            /** Format: date-time */
            expires_at: string;
            rp_id: string;
            rp_name: string;
            user_display_name: string;
            user_handle: string;
            user_name: string;
        };
        PasskeyDescriptor: {
            id: string;
            transports: string[];
        };
        PasskeyRequest: {
            allow: components["schemas"]["PasskeyDescriptor"][];
            challenge: string;
            challenge_id: string;
            /** Format: date-time */
            expires_at: string;
            rp_id: string;
        };
        Passkeys: {
            items: components["schemas"]["Passkey"][];
        };
        PasswordChange: {
            current_password?: string | null;
            password?: string | null;
        };
        Payee: {
            /** @enum {string|null} */
            category: "food" | "cafe" | "grocery" | "transport" | "shopping" | "living" | "leisure" | null;
            /** @enum {string} */
            kind: "merchant" | "person";
            masked: string | null;
            name: string;
            name_en: string | null;
            payee_id: string | null;
            store: components["schemas"]["Names"] | null;
        };
        PayeeSearch: {
            phone: string;
        };
        Payment: {
            amount: components["schemas"]["Money"];
            channel: components["schemas"]["Names"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            finished_at: string | null;
            id: string;
            note: string | null;
            order_reference: string | null;
            payee: components["schemas"]["Payee"];
            reason: string | null;
            receipt_number: string;
            refunded: components["schemas"]["Money"];
            /** @enum {string} */
            scene: "app" | "web" | "qr_static" | "qr_dynamic" | "pay_code" | "link" | "device" | "agent" | "api";
            /** @enum {string} */
            state: "requires_confirmation" | "processing" | "succeeded" | "failed" | "cancelled" | "expired" | "unknown";
        };
        PeopleSearch: {
            q?: string | null;
        };
        Person: {
            has_password: boolean;
            has_pin: boolean;
            id: string;
            /** @enum {string|null} */
            language: "zh-CN" | "en" | null;
            name: string;
            /** @description Somebody else has shown the number to be theirs: another is needed */
            phone_lost: boolean;
            /** @description Empty for who has none */
            phone_masked: string;
        };
        PersonalExport: {
            /** Format: date-time */
            exported_at: string;
            format: string;
            kept: components["schemas"]["KeptData"][];
            person: string;
            sections: {
                [key: string]: Record<string, never>;
            };
        };
        PersonChange: {
            language?: string | null;
            name?: string | null;
        };
        PersonLine: {
            erased: boolean;
            id: string;
            name_masked: string;
            phone_masked: string;
        };
        PersonLines: {
            items: components["schemas"]["PersonLine"][];
        };
        PhoneChange: {
            code?: string | null;
            code_id?: string | null;
            present_code?: string | null;
            present_code_id?: string | null;
        };
        PhoneChanged: {
            /** Format: date-time */
            due_at: string | null;
            /** @enum {string} */
            state: "changed" | "waiting";
        };
        PinChange: {
            code?: string | null;
            code_id?: string | null;
            current_pin?: string | null;
            pin?: string | null;
        };
        PinProof: {
            pin?: string | null;
        };
        Platform: {
            code_delivery: boolean;
            code_delivery_troubled: boolean;
            currency: string;
            demo: boolean;
            demo_logins: components["schemas"]["DemoLogin"][];
            /** Format: int32 */
            exponent: number;
            /** Format: int64 */
            limited_payment_limit: number;
            name: string;
            /** Format: int64 */
            payment_limit: number;
            time_zone: string;
        };
        PostingView: {
            /** Format: date-time */
            at: string;
            id: string;
            kind: string;
            legs: components["schemas"]["LegView"][];
            result: string;
        };
        Problem: {
            /** @enum {string} */
            blame: "caller" | "platform" | "partner";
            code: string;
            /** @enum {string} */
            money: "not_taken" | "taken" | "unknown" | "not_involved";
            parameters: {
                [key: string]: Record<string, never>;
            };
            reference: string;
            /** @enum {string} */
            retry: "never" | "same_key" | "new_key" | "later";
            /** Format: int32 */
            status: number;
            title: string;
            type: string;
        };
        Proof: {
            /** @enum {string|null} */
            method?: "password" | "pin" | "totp" | "recovery_code" | "passkey" | null;
            passkey?: components["schemas"]["PasskeyAssertion"] | null;
            secret?: string | null;
        };
        ProofMethods: {
            methods: ("password" | "code" | "passkey" | "totp" | "recovery_code" | "pin" | "invitation" | "recovery")[];
        };
        Proposal: {
            changes: components["schemas"]["ProposedChange"][];
            /** Format: date-time */
            decided_at: string | null;
            decided_by: components["schemas"]["ProposalParty"] | null;
            decision_reason: string | null;
            /** Format: date-time */
            expires_at: string;
            id: string;
            /** @example channel.switch */
            kind: string;
            may_decide: boolean;
            mine: boolean;
            name: string;
            name_en: string | null;
            /** Format: date-time */
            proposed_at: string;
            proposed_by: components["schemas"]["ProposalParty"];
            reason: string;
            stale: boolean;
            /** @enum {string} */
            state: "proposed" | "approved" | "rejected" | "withdrawn" | "expired";
            subject: string;
        };
        ProposalPage: {
            items: components["schemas"]["Proposal"][];
            next_cursor: string | null;
            /** Format: int64 */
            waiting: number;
        };
        ProposalParty: {
            id: string;
            name: string;
        };
        ProposedChange: {
            after: string | null;
            before: string | null;
            /** @example level */
            field: string;
        };
        QrReading: {
            amount: components["schemas"]["Money"] | null;
            /** Format: date-time */
            expires_at: string | null;
            /** @enum {string} */
            kind: "static" | "dynamic" | "person";
            own: boolean;
            payee: components["schemas"]["Payee"];
            payment: components["schemas"]["Payment"] | null;
        };
        RecentPayee: {
            kind: string;
            /** Format: date-time */
            last_at: string;
            masked: string | null;
            name: string;
            payee_id: string;
        };
        RecentPayees: {
            items: components["schemas"]["RecentPayee"][];
        };
        Recovery: {
            /** Format: date-time */
            applied_at: string;
            /** Format: date-time */
            due_at: string;
            /** Format: date-time */
            expires_at: string;
            ready: boolean;
            /** @enum {string} */
            state: "waiting" | "approved" | "completed" | "refused" | "cancelled" | "expired";
            token: string | null;
        };
        RecoveryApplication: {
            code?: string | null;
            code_id?: string | null;
            name?: string | null;
            wallet?: string | null;
        };
        RecoveryCase: {
            /**
             * Format: date-time
             * @description Somebody has used the wallet since: its owner may still have it
             */
            active_since: string | null;
            /** Format: date-time */
            applied_at: string;
            checks: string[];
            /** @enum {string} */
            contact: "same" | "former" | "other" | "none";
            contact_masked: string | null;
            contacts_masked: string[];
            /** Format: date-time */
            due_at: string;
            /** Format: date-time */
            expires_at: string;
            id: string;
            known_device: boolean;
            /** @enum {string} */
            name: "same" | "other" | "none";
            name_masked: string;
            /**
             * Format: int32
             * @description How many others want the same wallet
             */
            others: number;
            person_id: string;
            reference: string | null;
            /** @enum {string} */
            state: "waiting" | "approved" | "completed" | "refused" | "cancelled" | "expired";
        };
        RecoveryCases: {
            items: components["schemas"]["RecoveryCase"][];
        };
        RecoveryCodes: {
            codes: string[];
        };
        RecoveryCompletion: {
            code?: string | null;
            code_id?: string | null;
            token?: string | null;
        };
        RecoveryDecision: {
            checks?: string[] | null;
            /** @enum {string|null} */
            decision?: "approve" | "refuse" | null;
            reference?: string | null;
        };
        RecoveryToken: {
            token?: string | null;
        };
        RefundLine: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            id: string;
        };
        RefundSum: {
            /** Format: int64 */
            count: number;
            total: components["schemas"]["Money"];
        };
        RefundTotal: {
            /** Format: int64 */
            count: number;
            total: components["schemas"]["Money"];
        };
        Review: {
            documents: components["schemas"]["VerificationDocument"][];
            /** Format: date */
            documents_expire_on: string | null;
            granted: string | null;
            known: ("id_front" | "id_back" | "selfie" | "proof_of_address" | "business_licence" | "proof_of_ownership" | "storefront")[];
            line: components["schemas"]["ReviewLine"];
            name: string | null;
            needed: ("id_front" | "id_back" | "selfie" | "proof_of_address" | "business_licence" | "proof_of_ownership" | "storefront")[];
            owners: string[];
            reason: string | null;
            tiers: components["schemas"]["TierChoice"][];
            wanted: ("id_front" | "id_back" | "selfie" | "proof_of_address" | "business_licence" | "proof_of_ownership" | "storefront")[];
        };
        ReviewDecision: {
            /** @enum {string|null} */
            decision?: "approve" | "more" | "refuse" | null;
            /** Format: date */
            documents_expire_on?: string | null;
            reason?: string | null;
            tier?: string | null;
            wanted?: string[] | null;
        };
        ReviewLine: {
            /** Format: date-time */
            decided_at: string | null;
            id: string;
            /** @enum {string} */
            kind: "person" | "business";
            name: string;
            name_en: string | null;
            /** Format: date-time */
            opened_at: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "in_review" | "more_needed" | "approved" | "refused" | "withdrawn";
            subject_id: string;
            /** Format: date-time */
            submitted_at: string | null;
            tier: string;
            tier_name: string;
            tier_name_en: string;
            yours: boolean;
        };
        ReviewLines: {
            items: components["schemas"]["ReviewLine"][];
            next_cursor: string | null;
            /** Format: int32 */
            waiting: number;
        };
        RoleChange: {
            reason?: string | null;
            /** @enum {string|null} */
            role?: "administrator" | "support" | "risk" | "finance" | "compliance" | null;
        };
        SandboxMessage: {
            /** Format: date-time */
            at: string;
            id: string;
            parameters: {
                [key: string]: string;
            };
            template: string;
            to: string;
        };
        SandboxMessages: {
            items: components["schemas"]["SandboxMessage"][];
        };
        Scan: {
            payload: string;
        };
        SecondFactor: {
            /** Format: date-time */
            expires_at: string;
            methods: ("password" | "code" | "passkey" | "totp" | "recovery_code" | "pin" | "invitation" | "recovery")[];
            token: string;
        };
        SecurityEvent: {
            act: string;
            /** Format: date-time */
            at: string;
            outcome: string;
            own: boolean;
            reason: string | null;
        };
        Session: {
            /** @enum {string} */
            app: "wallet" | "merchant" | "console";
            csrf: string;
            /** Format: date-time */
            expires_at: string;
            id: string;
            /** @description Set up a second factor first: nothing else is permitted */
            must_enrol: boolean;
            operator: components["schemas"]["Operator"] | null;
            person: components["schemas"]["Person"] | null;
            second_factor: components["schemas"]["SecondFactor"] | null;
            sign_up_token: string | null;
            staff: components["schemas"]["Staff"] | null;
        };
        SessionInfo: {
            address: string;
            /** Format: date-time */
            created_at: string;
            current: boolean;
            device: string;
            id: string;
            /** Format: date-time */
            seen_at: string;
        };
        SessionInfos: {
            items: components["schemas"]["SessionInfo"][];
            locked_devices: components["schemas"]["LockedDevice"][];
        };
        SignIn: {
            code?: string | null;
            code_id?: string | null;
            login?: string | null;
            /** @enum {string|null} */
            method?: "password" | "code" | "passkey" | "totp" | "recovery_code" | "pin" | null;
            passkey?: components["schemas"]["PasskeyAssertion"] | null;
            password?: string | null;
            second_factor_token?: string | null;
        };
        SignUp: {
            name?: string | null;
            password?: string | null;
            sign_up_token?: string | null;
        };
        Staff: {
            id: string;
            invited: boolean;
            login: string;
            merchant_id: string;
            name: string;
            permissions: ("shop.read" | "balance.read" | "payments.take" | "payments.read" | "payments.read_all" | "refunds.make" | "refunds.unlimited" | "limits.read" | "business.verify" | "staff.read" | "cashiers.manage" | "staff.manage")[];
            /**
             * Format: int64
             * @description The most that a cashier gives back a day, in minor units; null is none
             */
            refund_limit: number | null;
            /** @enum {string} */
            role: "owner" | "manager" | "cashier";
            /** @description The only store that a cashier sees; null is all */
            store_id: string | null;
        };
        StaffChange: {
            /** Format: int64 */
            refund_limit?: number | null;
            /** @enum {string|null} */
            role?: "owner" | "manager" | "cashier" | null;
            store_id?: string | null;
        };
        StaffInvitation: {
            login?: string | null;
            name?: string | null;
            /**
             * Format: int64
             * @description For a cashier: the most that they give back a day, in minor units
             */
            refund_limit?: number | null;
            /** @enum {string|null} */
            role?: "owner" | "manager" | "cashier" | null;
            /** @description For a cashier: the only store that they see */
            store_id?: string | null;
        };
        StaffInvited: {
            invitation_path: string | null;
            staff: components["schemas"]["Staff"];
        };
        StaffList: {
            items: components["schemas"]["Staff"][];
        };
        Store: {
            id: string;
            name: string;
            name_en: string | null;
            open: boolean;
        };
        StoreCode: {
            merchant: components["schemas"]["Names"];
            payload: string;
            store: components["schemas"]["Names"];
        };
        Takings: {
            /** Format: int64 */
            count: number;
            total: components["schemas"]["Money"];
        };
        Thaw: {
            code?: string | null;
            code_id?: string | null;
            confirmation_id?: string | null;
            passkey?: components["schemas"]["PasskeyAssertion"] | null;
            pin?: string | null;
        };
        Tier: {
            above: boolean;
            caps: components["schemas"]["Cap"][];
            ceiling: components["schemas"]["Cap"] | null;
            current: boolean;
            documents: ("id_front" | "id_back" | "selfie" | "proof_of_address" | "business_licence" | "proof_of_ownership" | "storefront")[];
            evidence: string;
            evidence_en: string;
            id: string;
            name: string;
            name_en: string;
        };
        TierChoice: {
            id: string;
            name: string;
            name_en: string;
        };
        TierLowering: {
            /** @enum {string|null} */
            reason?: "documents_doubtful" | "risk_review" | "legal_request" | "asked_by_person" | "asked_by_business" | null;
            reference?: string | null;
            tier?: string | null;
        };
        TierName: {
            id: string;
            name: string;
            name_en: string;
        };
        TimeZoneChange: {
            time_zone?: string | null;
        };
        Today: {
            in: components["schemas"]["Money"];
            out: components["schemas"]["Money"];
        };
        TopUpRequest: {
            amount: components["schemas"]["Money"];
            linked_account_id: string;
        };
        Transfer: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            finished_at: string | null;
            id: string;
            note: string | null;
            payee: components["schemas"]["Payee"];
            reason: string | null;
            receipt_number: string;
            /** @enum {string} */
            state: "requires_confirmation" | "processing" | "succeeded" | "failed" | "cancelled" | "expired" | "unknown";
        };
        Verification: {
            /** Format: int32 */
            bytes_max: number;
            request: components["schemas"]["VerificationRequest"] | null;
        };
        VerificationDocument: {
            /** Format: date-time */
            added_at: string;
            /** Format: int32 */
            bytes: number;
            id: string;
            /** @enum {string} */
            kind: "id_front" | "id_back" | "selfie" | "proof_of_address" | "business_licence" | "proof_of_ownership" | "storefront";
            type: string;
        };
        VerificationRequest: {
            /** Format: date-time */
            decided_at: string | null;
            documents: components["schemas"]["VerificationDocument"][];
            id: string;
            needed: ("id_front" | "id_back" | "selfie" | "proof_of_address" | "business_licence" | "proof_of_ownership" | "storefront")[];
            /** Format: date-time */
            opened_at: string;
            reason: string | null;
            /** @enum {string} */
            state: "draft" | "submitted" | "in_review" | "more_needed" | "approved" | "refused" | "withdrawn";
            /** Format: date-time */
            submitted_at: string | null;
            tier: string;
            wanted: ("id_front" | "id_back" | "selfie" | "proof_of_address" | "business_licence" | "proof_of_ownership" | "storefront")[];
        };
        VerificationWish: {
            tier?: string | null;
        };
        Wallet: {
            balances: components["schemas"]["WalletBalance"][];
            today: components["schemas"]["Today"];
        };
        WalletBalance: {
            available: components["schemas"]["Money"];
            held: components["schemas"]["Money"];
            posted: components["schemas"]["Money"];
        };
        WayIn: {
            id: string;
            /** @enum {string} */
            kind: "device" | "passkey" | "password" | "pin" | "authenticator";
            /** Format: date-time */
            locked_at: string | null;
            name: string;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            used_at: string | null;
        };
        WayInLock: {
            reason?: string | null;
        };
        WaysIn: {
            items: components["schemas"]["WayIn"][];
        };
        WithdrawalRequest: {
            amount: components["schemas"]["Money"];
            code?: string | null;
            code_id?: string | null;
            confirmation_id?: string | null;
            linked_account_id: string;
            passkey?: components["schemas"]["PasskeyAssertion"] | null;
            pin?: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    wallet_list: {
        parameters: {
            query?: {
                cursor?: string;
                filter?: string;
                limit?: number;
                month?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activities"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    wallet_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityDetail"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authenticator_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthenticatorSecret"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authenticator_remove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authenticator_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthenticatorCode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authenticator_renew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    event_listen: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["EventBody"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authenticator_factors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Factors"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freeze_byLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeLink"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    held_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldMovements"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    held_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldMovement"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    held_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    held_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldMovement"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitation_find: {
        parameters: {
            query?: never;
            header: {
                "Qiao-Invitation": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitation_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    limit_limits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    limit_move: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimeZoneChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkedAccount_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedAccounts"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkUp_look: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckUp"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payee_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCode"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consent_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consents"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consent_say: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purpose: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentWord"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contact_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contacts"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contact_addEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailAddition"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contacts"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contact_removeEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    privacy_outlook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureOutlook"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    privacy_erase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinProof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    privacy_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinProof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalExport"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contact_changePhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneChanged"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_setPin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contact_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merchant_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merchant"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    limit_ofShop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merchantPayment_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                state?: string;
                store_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantEntryPage"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merchantPayment_create: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMerchantPayment"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantPaymentDetail"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merchantPayment_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantPaymentDetail"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merchantPayment_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantPaymentDetail"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merchantPayment_refund: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRefund"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantPaymentDetail"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staff_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffList"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staff_invite: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffInvitation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInvited"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staff_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staff_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staff_reset: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessReset"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInvited"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merchant_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreCode"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merchant_today: {
        parameters: {
            query?: {
                store_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantToday"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    businessVerification_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    businessVerification_aim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    businessVerification_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    businessVerification_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    businessVerification_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    businessVerification_submit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signUp_send: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signUp_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeDelivery"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    account_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                party: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountStanding"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    account_freeze: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    account_unfreeze: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_list: {
        parameters: {
            query?: {
                /** @description The beginning of an act */
                act?: string;
                /** @description The id of who acted, or person, staff, operator or system */
                actor?: string;
                cursor?: string;
                /** @description The first day, where the platform is */
                from?: string;
                limit?: number;
                object?: string;
                /** @description The beginning of an act, or a whole object */
                q?: string;
                /** @description The last day, where the platform is */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    movement_bankMoves: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationsPaymentPage"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview_channels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelList"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    channelSwitch_change: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelSwitch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description It waits for a second operator */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    factorPolicy_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorRules"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    factorPolicy_change: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactorRuleChange"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledgerAudit_standing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerAudit"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lock_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LockLines"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lock_lock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Lock"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lock_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                party: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    wayIn_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                party: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaysIn"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    wayIn_lock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                party: string;
                way: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WayInLock"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    wayIn_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                party: string;
                way: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WayInLock"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merchants_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantSummaryPage"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merchants_create: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMerchant"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantCreated"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_limitsOfBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    individualLimit_setOfBusiness: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                limit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndividualLimitChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description It waits for a second operator */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    individualLimit_endOfBusiness: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                limit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndividualLimitEnd"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description It waits for a second operator */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    owner_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Owners"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    owner_invite: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                owner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerInvited"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    owner_reset: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                owner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnerReset"];
            };
        };
        responses: {
            /** @description It waits for a second operator */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_lowerBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TierLowering"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operator_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorLines"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operator_invite: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorInvitation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorInvited"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operator_close: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorClosing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operatorAccess_invite: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorInvited"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operatorAccess_reset: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorReset"];
            };
        };
        responses: {
            /** @description It waits for a second operator */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operator_changeRole: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description It waits for a second operator */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview_overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    movement_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationsPaymentPage"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    movement_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationsPaymentDetail"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people_disclose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisclosureRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disclosure"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_limits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    individualLimit_set: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                limit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndividualLimitChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description It waits for a second operator */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    individualLimit_end: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                limit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndividualLimitEnd"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description It waits for a second operator */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeOutcome"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_lower: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TierLowering"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleSearch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonLines"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposal_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposal_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposal_approve: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposal_reject: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposal_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recoveryReview_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCases"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recoveryReview_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryDecision"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentLook"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_list: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description Only of these; businesses need merchants.verify */
                kind?: "person" | "business";
                limit?: number;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewLines"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkey_beginSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkey_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkeys"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkey_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyAttestation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkey_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkey_rename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkey_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCreation"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    password_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payee_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayeeSearch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payee"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payee_recent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecentPayees"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payment_create: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPayment"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payment_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payment_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payment_confirm: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payment_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signUp_signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    platform_platform: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Platform"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payee_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Scan"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QrReading"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recovery_apply: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryApplication"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recovery"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recovery_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryToken"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recovery_complete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryCompletion"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recovery_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryToken"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recovery"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sandbox_messages: {
        parameters: {
            query?: never;
            header?: {
                /** @description The end of a phone number, or an email */
                "Qiao-Phone"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxMessages"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proof_methods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofMethods"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proof_prove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proof_challenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionInfos"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bankMove_topUp: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankMove"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bankMove_findTopUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankMove"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer_create: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTransfer"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer_confirm: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verification_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verification_aim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verification_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verification_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verification_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verification_submit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    wallet_wallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freeze_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Freeze"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freeze_freeze: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Freeze"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freeze_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    freeze_thaw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Thaw"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Freeze"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bankMove_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for this one act; the same key brings the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankMove"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bankMove_findWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankMove"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bankMove_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            /** @description A problem; its code says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
