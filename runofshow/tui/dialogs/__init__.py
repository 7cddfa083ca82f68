"""What is asked over the stage: questions, forms, help, search.

- dialog.py   one of ours over the board, which answers once; panel.py one that is a drawn panel
- asked       question.py yes or no, form.py a form of fields, picker.py one of a list, search.py a row
- shown       help.py the keys, joining.py who is connected, newer_plan.py a mended agenda file,
              proposals.py what an agent proposes, duties.py
"""
