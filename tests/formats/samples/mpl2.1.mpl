[-5][9]one
[10][25]/two|/three {y:i}
broken
[30][]more
[31][]more
[32][]more
[33][]more
[34][]more
[35][]more
[36][]more
[37][]more
[38][]more
[39][]more
