#!/usr/bin/env bash
# A class in parts, by GNU parallel: on this machine, or on several with parallel's --sshlogin.
#   bash grading/examples/parallel.sh SUBMISSIONS RESULTS PARTS
# Slurm arrays and Kubernetes' indexed jobs do the same with SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX as the part.
set -euo pipefail
submissions=$1 results=$2 parts=$3
cd "$(dirname "$0")/../.."

grade_part() {
  status=0
  node dist/grading/main.js "$1" --shard "$3/$4" --jobs 1 --out "$2/part-$3" || status=$?
  [ $status -le 1 ] # 1: graded, and a human must look at some
}
export -f grade_part

parallel --will-cite --jobs "${JOBS:-$(nproc)}" --halt soon,fail=1 \
  grade_part "$submissions" "$results" {} "$parts" ::: $(seq "$parts")

status=0
node dist/grading/main.js --merge "$results"/part-* --out "$results/all" || status=$?
exit $((status > 1 ? status : 0))
