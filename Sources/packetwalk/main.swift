print("packetwalk")
