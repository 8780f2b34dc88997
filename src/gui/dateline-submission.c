/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands an edit to the session and tells its sender what became of it, also where the window says it too. */
#include "config.h"

#include "dateline-submission.h"

typedef struct
{
  DatelineSubmission outcome;
  char              *message;
} Reply;

static void
keep_needed_cb (Reply *reply)
{
  reply->outcome = DATELINE_SUBMISSION_WAITING;
}

static void
failed_cb (Reply      *reply,
           const char *message)
{
  reply->outcome = DATELINE_SUBMISSION_FAILED;
  g_free (reply->message);
  reply->message = g_strdup (message);
}

static void
conflict_cb (Reply        *reply,
             DatelineEdit *edit,
             const char   *message)
{
  reply->outcome = DATELINE_SUBMISSION_CONFLICT;
  g_free (reply->message);
  reply->message = g_strdup (message);
}

/**
 * dateline_submission_send:
 * @session: a session
 * @edit: what to do
 * @message: (out) (optional): what was said if it was not done
 *
 * Does the edit. One that is delayed is done, or refused, when #DatelineSession:is-waiting is %FALSE again.
 *
 * Returns: what became of it
 */
DatelineSubmission
dateline_submission_send (DatelineSession  *session,
                          DatelineEdit     *edit,
                          char            **message)
{
  /* Where nothing is told yet it will be told later. */
  Reply reply = { DATELINE_SUBMISSION_DELAYED, NULL };
  gulong handlers[3];

  g_return_val_if_fail (DATELINE_IS_SESSION (session), DATELINE_SUBMISSION_FAILED);

  handlers[0] = g_signal_connect_swapped (session, "keep-needed", G_CALLBACK (keep_needed_cb), &reply);
  handlers[1] = g_signal_connect_swapped (session, "failed", G_CALLBACK (failed_cb), &reply);
  handlers[2] = g_signal_connect_swapped (session, "conflict", G_CALLBACK (conflict_cb), &reply);
  if (dateline_session_edit (session, edit))
    reply.outcome = DATELINE_SUBMISSION_DONE;
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_handler_disconnect (session, handlers[i]);

  if (message != NULL)
    *message = g_steal_pointer (&reply.message);
  g_free (reply.message);

  return reply.outcome;
}
