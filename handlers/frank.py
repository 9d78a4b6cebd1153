"""Frank questions that have one answer, the same for everybody and at any time: a text in locales, `talk-<name>`."""

FRANK = tuple(
    """
    who_sees one_answer new_phone anybody what_is_needed any_time no_scores examples_real alone only_text
    stuck_at_work not_a_promise trust must_do is_saved not_doing when_reviews days_together ads ask_anything sound
    when_off code_here unlike_ai not_official no_calls time_limit not_signed_up no_jobs not_technical screen_reader
    no_buttons few_messages no_quota ai_worry who_made try_once odd_hours no_pictures
    may_skip can_elder how_to_leave may_write_for name_one nervous between_jobs
    few_people real_names by_message
    word_initials word_hint word_options word_review word_check word_making word_lesson word_confirm
    word_line word_promise word_source word_quiz word_progress word_unit word_mix
    """.split()
)
"""By the intents of locales/ko/sayings/intents.toml."""
