# Lets the product stand in the rounds of another harness, which sources this file. That harness keeps its
# targets in the arrays W2, W3 and COLD, and its wrk scripts in $H/wrk. "bench/run serve" prints the variables.
W2+=("W2 product|$PRODUCT_URL|$(realpath --relative-to="$H/wrk" "$(dirname "${BASH_SOURCE[0]}")/paths.lua")|$PRODUCT_PATHS")
W3+=("W3 product|$PRODUCT_URL/api/v1/rankings?year=2024&kind=regency&limit=500")
COLD+=("product|$PRODUCT_COLD_URL||$PRODUCT_COLD_COMMAND")
