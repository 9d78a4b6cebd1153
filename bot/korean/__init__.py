"""The Korean language: Hangul, keyboard layouts, sounds, lenient comparison, words of time. Pure."""
