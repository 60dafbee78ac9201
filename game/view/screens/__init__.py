"""The screens, one a file. Each draws the present and answers signals; none asks what the rules are."""
