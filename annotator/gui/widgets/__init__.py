"""Small widgets that know nothing of transcripts."""
